import type { Metadata } from "next";
import { Frame } from "../components/frame/frame.tsx";
import { listMainPages } from "../pages.ts";
import { words } from "../words.ts";

export const metadata: Metadata = { title: words.notFound.title, robots: { index: false } };

export default function NotFound() {
  return (
    <Frame current="">
      <h1 className="display">{words.notFound.heading}</h1>
      <p className="lead">{words.notFound.advice}</p>
      <form className="lost lead" role="search" method="get" action="/publications/">
        <div className="field">
          <label htmlFor="lost-q">{words.notFound.searchPublications}</label>
          <input id="lost-q" name="q" type="search" autoComplete="off" />
          <button type="submit">{words.notFound.search}</button>
        </div>
      </form>
      <p className="lead contacts">
        <a href="/">{words.pages.home}</a>
        {listMainPages().map(({ href, text }) => (
          <a key={href} href={href}>
            {text}
          </a>
        ))}
      </p>
    </Frame>
  );
}
