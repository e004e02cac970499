import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { announce } from "../app/announce.ts";
import { reference } from "../strings/en-reference.ts";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import "../ui/field.css";
import { addressOf, type Hit } from "./search-engine.ts";
import { searchQuery } from "./search-query.ts";
import "./reference.css";

const say = reference.search;

/** One box for lessons, words, job aids, guides and the model. What was looked for stays in the address. */
export function SearchPage() {
  const { q: asked = "" }: { q?: unknown } = useSearch({ from: "/signed-in/search" });
  // An address may hold a number or anything else.
  const q = typeof asked === "string" ? asked : JSON.stringify(asked);
  const { data: search } = useSuspenseQuery(searchQuery);
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const wanted = useDeferredValue(text.trim());
  const { hits, isLoose } = useMemo(() => (wanted === "" ? { hits: [], isLoose: false } : search(wanted)), [search, wanted]);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    // After one stops typing: an address for each letter would fill the history, a sentence for each would drown the rest.
    const timer = setTimeout(() => {
      if (wanted !== q) void navigate({ to: "/search", search: wanted === "" ? {} : { q: wanted }, replace: true });
      if (wanted !== "") announce(say.count(hits.length));
    }, 600);
    return () => clearTimeout(timer);
  }, [wanted, q, hits.length, navigate]);
  return (
    <Page title={say.title} width="narrow">
      <search className="search-box">
        <label htmlFor="search-text" className="visually-hidden">
          {say.label}
        </label>
        <input
          id="search-text"
          ref={box}
          type="search"
          className="input"
          placeholder={say.placeholder}
          autoComplete="off"
          spellCheck="true"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </search>
      {wanted === "" && <p className="quiet">{say.hint}</p>}
      {wanted !== "" && hits.length === 0 && <EmptyState title={say.noneTitle(wanted)}>{say.none}</EmptyState>}
      {hits.length > 0 && (
        <>
          <p className="quiet small">{isLoose ? say.loose(hits.length) : say.count(hits.length)}</p>
          <ol className="search-hits">
            {hits.map((hit) => (
              <HitLine key={hit.id} hit={hit} />
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}

function HitLine({ hit: { id, kind, title, place, excerpt } }: { hit: Hit }) {
  return (
    <li className="search-hit">
      <Link {...addressOf(id)} className="search-hit-title">
        {title}
      </Link>
      <p className="small quiet">
        <Badge>{say.kinds[kind]}</Badge> {place}
      </p>
      {excerpt !== "" && <p className="small">{excerpt}</p>}
    </li>
  );
}
