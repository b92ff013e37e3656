export { en, type Words } from "./en.ts";
