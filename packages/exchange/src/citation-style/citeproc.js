// Typed by the declaration beside it: the package ships no types.
export { default as CSL } from "citeproc";
