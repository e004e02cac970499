import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { signIn } from "../strings/en-sign-in.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ask, persistentFetch } from "./api.ts";
import { Brand } from "./brand.tsx";
import "./sign-in-page.css";

type DistrictChoice = { slug: string; name: string };

/** Where someone who is signed out begins: choose a district, then leave for its own sign-in. */
export function SignInPage() {
  const { returnTo } = useSearch({ from: "/sign-in" });
  const districts = useQuery({
    queryKey: ["districts"],
    queryFn: async () => (await ask(persistentFetch("/auth/districts"))) as DistrictChoice[],
  });
  return (
    <main className="sign-in" id="main">
      <div className="sign-in-story">
        <Brand />
        <p className="sign-in-welcome">{signIn.welcome}</p>
        <ol className="sign-in-promises">
          {signIn.promises.map(({ title, text }) => (
            <li key={title}>
              <strong>{title}</strong>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </div>
      <div className="sign-in-form">
        <Page title={signIn.title} lead={signIn.lead}>
          {returnTo !== undefined && <Notice kind="info">{signIn.returning}</Notice>}
          {districts.isPending && <Skeleton lines={2} />}
          {districts.isError && <ProblemNotice error={districts.error} onRetry={() => void districts.refetch()} />}
          {districts.data && <DistrictList districts={districts.data} returnTo={returnTo} />}
        </Page>
      </div>
    </main>
  );
}

function DistrictList({ districts, returnTo }: { districts: DistrictChoice[]; returnTo: string | undefined }) {
  if (districts.length === 0) return <Notice kind="warn">{signIn.none}</Notice>;
  return (
    <ul className="sign-in-districts" aria-label={signIn.choose}>
      {districts.map(({ slug, name }) => (
        <li key={slug}>
          {/* A full navigation: the answer is the district's own sign-in page. */}
          <a
            className="sign-in-district"
            href={`/auth/sign-in?${new URLSearchParams({ district: slug, ...(returnTo !== undefined && { returnTo }) })}`}
          >
            <span>{signIn.continueWith(name)}</span>
            <Icon name="arrowRight" />
          </a>
        </li>
      ))}
    </ul>
  );
}
