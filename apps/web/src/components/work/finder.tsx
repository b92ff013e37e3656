import type { FacetOption, Facets } from "@triptych/view";
import { words } from "../../words.ts";

interface FacetProps {
  name: "year" | "kind" | "venue" | "honour" | "with";
  options: readonly FacetOption[];
}

function Facet({ name, options }: FacetProps) {
  const { label, all } = words.finder[name];
  if (options.length === 0) return null;
  return (
    <p className="facet">
      <label htmlFor={`find-${name}`}>{label}</label>
      <select id={`find-${name}`} name={name}>
        <option value="">{all}</option>
        {/* The search reads the name; it is written once here instead of beside every work. */}
        {options.map(({ value, text, name: inFull }) => (
          <option key={value} value={value} data-name={inFull}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Fewer works are seen at a glance; a search over them would be longer than their list. */
const FEWEST = 8;

/** The search over the works of the page; shown where the script runs that does it. */
export function Finder({ facets, count }: { facets: Facets; count: number }) {
  if (count < FEWEST) return null;
  const { before, between, after } = words.scripts.found;
  return (
    <>
      <form className="row finder scripted" role="search" aria-label={words.finder.label}>
        <label className="rail" htmlFor="find-q">
          {words.finder.search}
        </label>
        <div className="column">
          <input
            id="find-q"
            name="q"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="find-hint"
          />
          <p id="find-hint" className="label">
            {words.finder.hint}
          </p>
          <details className="facets">
            <summary>{words.finder.narrow}</summary>
            <div>
              <Facet name="year" options={facets.years} />
              <Facet name="kind" options={facets.kinds} />
              <Facet name="venue" options={facets.venues} />
              <Facet name="honour" options={facets.honours} />
              <Facet name="with" options={facets.coauthors} />
              {facets.first === undefined ? null : (
                <label className="tick">
                  <input type="checkbox" name="author" value="first" /> {facets.first}
                </label>
              )}
            </div>
          </details>
          <p className="label result">
            <span role="status" data-all={count}>
              {before}
              {count}
              {between}
              {count}
              {after}
            </span>
            <button type="reset" hidden>
              {words.finder.clear}
            </button>
          </p>
        </div>
      </form>
      <script src="/assets/publications.js" defer />
    </>
  );
}
