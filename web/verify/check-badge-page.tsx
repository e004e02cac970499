import { useSearch } from "@tanstack/react-router";
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { announce } from "../app/announce.ts";
import { Brand } from "../app/brand.tsx";
import { badgeCheck as say } from "../strings/en-badge-check.ts";
import { Button } from "../ui/button.tsx";
import { FileField, TextArea } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { BadgeReportView } from "./badge-report.tsx";
import { type Checked, checkBadge, type HandedIn } from "./check-badge.ts";
import "./check-badge-page.css";

/** Where anyone checks a badge, signed in or not: the browser does it, with what its issuer publishes. */
export function CheckBadgePage() {
  const { at } = useSearch({ from: "/check-badge" });
  const [checked, setChecked] = useState<Checked>();
  const [isChecking, setIsChecking] = useState(at !== undefined);
  const finish = (result: Checked): void => {
    setChecked(result);
    setIsChecking(false);
  };
  const check = (handedIn: HandedIn): void => {
    setIsChecking(true);
    announce(say.checking);
    void checkedNow(handedIn).then(finish);
  };
  useEffect(() => {
    if (at === undefined) return;
    let isLeft = false;
    const show = (result: Checked): void => {
      if (isLeft) return;
      setChecked(result);
      setIsChecking(false);
    };
    void checkedNow({ address: at }).then(show);
    return () => {
      isLeft = true;
    };
  }, [at]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text");
    if (file) check({ file });
    else if (text !== "") check({ text });
  };
  return (
    // Dropping is a second way; the file field and the text are there for everyone.
    <div className="check-badge" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header className="check-badge-header">
        <a href="/" aria-label={say.home}>
          <Brand />
        </a>
      </header>
      <main id="main">
        <Page title={say.title} lead={say.lead} width="narrow">
          {checked ? (
            <>
              <Outcome checked={checked} />
              <div className="row">
                <Button onClick={() => setChecked(undefined)}>{say.another}</Button>
              </div>
            </>
          ) : (
            <HandIn isChecking={isChecking} onHandedIn={check} />
          )}
        </Page>
      </main>
    </div>
  );
}

/** What comes of a badge; what cannot be read at all holds none. */
const checkedNow = (handedIn: HandedIn): Promise<Checked> =>
  checkBadge(handedIn, new Date()).catch((): Checked => ({ nothing: "address" in handedIn ? "there" : "inIt" }));

function HandIn({ isChecking, onHandedIn }: { isChecking: boolean; onHandedIn: (handedIn: HandedIn) => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") setError(say.nothingPasted);
    else onHandedIn({ text });
  };
  return (
    <form className="stack" onSubmit={submit} aria-busy={isChecking} noValidate>
      <FileField
        label={say.file}
        hint={say.fileHint}
        accept=".json,.jwt,.jws,.txt,.png,.svg,application/json,application/vc+ld+json,image/png,image/svg+xml"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onHandedIn({ file });
        }}
      />
      <TextArea
        label={say.paste}
        hint={say.pasteHint}
        error={error}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setError(undefined);
        }}
      />
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isChecking}>
          {isChecking ? say.checking : say.check}
        </Button>
      </div>
    </form>
  );
}

/** The verdict takes the focus: whoever cannot see the page hears it first. */
function Outcome({ checked }: { checked: Checked }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Another badge may be dropped while a verdict is shown.
  const verdict = "report" in checked ? checked.report : checked.nothing;
  useEffect(() => {
    if (verdict) heading.current?.focus();
  }, [verdict]);
  if ("report" in checked) return <BadgeReportView report={checked.report} heading={heading} />;
  return (
    <section className="check-badge-verdict" data-tone="unknown">
      <h2 ref={heading} tabIndex={-1}>
        {checked.nothing === "there" ? say.notThere : say.nothing}
      </h2>
    </section>
  );
}
