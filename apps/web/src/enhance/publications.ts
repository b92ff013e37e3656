import { startSearch } from "./search.ts";

const form = document.querySelector<HTMLFormElement>("form.finder");
if (form !== null) startSearch(form);
