/** Titles before a name and degrees behind it, which are no part of it. */
const TITLES =
  /^(?:(?:Assoc(?:iate)?|Assistant|Asst|Adj(?:unct)?|Em(?:eritus)?|Univ|Hon|Apl)?\.?\s*(?:Prof(?:essor)?|PD|Priv\.-Doz)\.?\s+|(?:Dr|Drs|Ir|Ing|Mr|Mrs|Ms|Sir|Dame)\.?(?:\s*(?:med|rer|nat|phil|h|c|ing|habil)\.)*-?(?:Ing\.)?\s+)+/i;
const DEGREES =
  /(?:,\s*|\s+)(?:Ph\.?\s?D\.?|M\.?D\.?|D\.?Phil\.?|DSc|ScD|Sc\.D\.|Ed\.?D\.?|M\.?Sc\.?|M\.?Phil\.?|B\.?Sc\.?|MBA|MPH|LL\.?M\.?|LL\.?B\.?|J\.D\.|R\.?N\.?|FRS|FRCP|FACP|FIEEE|CPA|P\.?Eng\.?|Dr\.-Ing\.)$/;

/** A name without titles and degrees, `Ann Doe` of `Dr. Ann Doe, PhD`. */
export function stripTitles(name: string): string {
  let bare = name.trim().replace(TITLES, "");
  for (let rest = bare.replace(DEGREES, ""); rest !== bare; rest = bare.replace(DEGREES, ""))
    bare = rest;
  return bare.includes(" ") ? bare : name;
}
