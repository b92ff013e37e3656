import type { PDFObject } from "mupdf";

/** What lies along the path, or null where the path breaks off: mupdf's own `get` fails on null. */
export function follow(object: PDFObject, ...path: (string | number)[]): PDFObject {
  return object.isNull() ? object : object.get(...path);
}

/** The items of an array; none where there is no array. */
export function listItems(array: PDFObject): PDFObject[] {
  return array.isArray()
    ? Array.from({ length: array.length }, (_, index) => array.get(index))
    : [];
}

/** The values of a dictionary by their keys; none where there is no dictionary. */
export function listValues(dictionary: PDFObject): [string, PDFObject][] {
  const values: [string, PDFObject][] = [];
  if (dictionary.isDictionary())
    dictionary.forEach((value, key) => values.push([String(key), value]));
  return values;
}

/** What a page may use, of a kind such as Font. */
export function listResources(page: PDFObject, kind: string): [string, PDFObject][] {
  return listValues(follow(page.getInheritable("Resources"), kind));
}
