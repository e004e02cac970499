import { t } from "../strings/en.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

/** For an address that leads nowhere: says so, and offers the way home. */
export function NotFoundPage() {
  return (
    <Page title={t.errors.notFoundTitle} step="error" width="narrow" lead={t.errors.notFound}>
      <div className="row">
        <ButtonLink to="/" kind="primary">
          {t.errors.home}
        </ButtonLink>
      </div>
    </Page>
  );
}
