/** `fail`: mail is refused or people are wronged. `warn`: mail arrives, but worse than it could. */
export type Verdict = "ok" | "warn" | "fail";

/** What one rule found. */
export interface Diagnosis {
  /** Short name of the rule, the same in every report. */
  rule: string;
  verdict: Verdict;
  /** What is the case, with the place. */
  found: string;
  /** What to change; none where all is well. */
  remedy?: string;
}

export const ok = (rule: string, found: string): Diagnosis => ({ rule, verdict: "ok", found });
export const warn = (rule: string, found: string, remedy: string): Diagnosis => ({
  rule,
  verdict: "warn",
  found,
  remedy,
});
export const fail = (rule: string, found: string, remedy: string): Diagnosis => ({
  rule,
  verdict: "fail",
  found,
  remedy,
});
