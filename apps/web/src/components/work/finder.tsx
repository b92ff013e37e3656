import type { FacetOption, Facets } from "@triptych/view";

interface FacetProps {
  name: string;
  label: string;
  /** What the facet says while it narrows nothing. */
  all: string;
  options: readonly FacetOption[];
}

function Facet({ name, label, all, options }: FacetProps) {
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

/** The search over the works of the page; shown where the script runs that does it. */
export function Finder({ facets, count }: { facets: Facets; count: number }) {
  return (
    <form className="row finder scripted" role="search" aria-label="Publications">
      <label className="rail" htmlFor="find-q">
        Search
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
          Title, author, venue, year or topic
        </p>
        <details className="facets">
          <summary>Narrow down</summary>
          <div>
            <Facet name="year" label="Year" all="All years" options={facets.years} />
            <Facet name="kind" label="Kind" all="All kinds" options={facets.kinds} />
            <Facet name="venue" label="Venue" all="All venues" options={facets.venues} />
            <Facet name="honour" label="Honour" all="With or without" options={facets.honours} />
            <Facet name="with" label="Co-author" all="Everyone" options={facets.coauthors} />
            {facets.first === undefined ? null : (
              <label className="tick">
                <input type="checkbox" name="author" value="first" /> {facets.first}
              </label>
            )}
          </div>
        </details>
        <p className="label result">
          <span role="status" data-all={count}>
            {count} of {count}
          </span>
          <button type="reset" hidden>
            Clear
          </button>
        </p>
      </div>
    </form>
  );
}
