import type { Metadata } from "next";
import { Frame } from "../components/frame/frame.tsx";
import { listMainPages } from "../pages.ts";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

export default function NotFound() {
  return (
    <Frame current="">
      <h1 className="display">There is no such page</h1>
      <p className="lead">
        The address may have a typing error, or the page has moved. A paper is best found by its
        title.
      </p>
      <form className="lost lead" role="search" method="get" action="/publications/">
        <div className="field">
          <label htmlFor="lost-q">Search the publications</label>
          <input id="lost-q" name="q" type="search" autoComplete="off" />
          <button type="submit">Search</button>
        </div>
      </form>
      <p className="lead contacts">
        <a href="/">Home</a>
        {listMainPages().map(({ href, text }) => (
          <a key={href} href={href}>
            {text}
          </a>
        ))}
      </p>
    </Frame>
  );
}
