import { useState } from "react";
import type { ContentLanguage, ModuleAnswers, ModuleContent } from "../../../functions/curriculum/content.ts";
import { foreignLang } from "../../learn/language-notice.tsx";
import { Paragraphs } from "../../learn/check-question.tsx";
import { authoring } from "../../strings/en-authoring.ts";
import { study } from "../../strings/en-study.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/field.tsx";
import "../../learn/check-page.css";

const say = authoring.preview;
type Item = ModuleAnswers["items"][number];

/** As many situations as an attempt draws, to be answered like one; nothing is sent, and the key stands behind a line. */
export function CheckSample({ module, answers }: { module: ModuleContent; answers: ModuleAnswers }) {
  const { items } = answers;
  const draw = Math.min(module.check.draw, items.length);
  const [from, setFrom] = useState(0);
  const sample = Array.from({ length: draw }, (_, i) => items[(from + i) % items.length]).filter((item) => item !== undefined);
  return (
    <article className="stack">
      <h2 className="admin-part-title">{study.check.title}</h2>
      <div className="row" data-justify="between">
        <p className="quiet small">{say.sample(draw, items.length)}</p>
        {items.length > draw && <Button onClick={() => setFrom((from + draw) % items.length)}>{say.another}</Button>}
      </div>
      <ol className="learn-results">
        {sample.map((item, i) => (
          <Question key={item.id} item={item} lang={foreignLang(module.language)} title={study.check.question(i + 1, draw)} />
        ))}
      </ol>
    </article>
  );
}

function Question({ item, title, lang }: { item: Item; title: string; lang: ContentLanguage | undefined }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <li className="card stack">
      <h3>{title}</h3>
      <div className="stack" lang={lang}>
        <Paragraphs text={item.scenario} />
        <RadioGroup
          legend={item.question}
          options={item.choices.map(({ id, text }) => ({ value: id, label: text }))}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      <details>
        <summary>{say.key}</summary>
        <div className="stack admin-key" data-gap="small">
          <p className="quiet small">{say.keyLead}</p>
          {item.choices.map(({ id, text, correct, feedback }) => (
            <p key={id}>
              {correct && (
                <>
                  <Badge tone="good" icon="check">
                    {say.isRight}
                  </Badge>{" "}
                </>
              )}
              <span lang={lang}>
                <strong>{text}</strong> {feedback}
              </span>
            </p>
          ))}
        </div>
      </details>
    </li>
  );
}
