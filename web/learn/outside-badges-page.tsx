import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { outsideBadgeWords as say } from "../strings/en-outside-badges.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, Section } from "../ui/page.tsx";
import { AddOutsideBadge } from "./add-outside-badge.tsx";
import { OutsideBadge } from "./outside-badge.tsx";
import { outsideBadgesQuery } from "./outside-queries.ts";

/** The badges of other issuers that one has, what they count for, and adding one. */
export function OutsideBadgesPage() {
  const { data } = useSuspenseQuery(outsideBadgesQuery());
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title={say.title}
      lead={say.lead}
      eyebrow={<Link to="/certificates">{say.back}</Link>}
      actions={
        <Button kind="primary" onClick={() => setAdding(true)}>
          {say.add}
        </Button>
      }
    >
      {isAdding && <AddOutsideBadge onClose={() => setAdding(false)} />}
      {data.badges.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Section title={say.yours}>
          <div className="stack">
            {data.badges.map((badge) => (
              <OutsideBadge key={badge.id} badge={badge} />
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}
