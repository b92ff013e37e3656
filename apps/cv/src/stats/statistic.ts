/** A figure derived from the record, with the entries behind it. */
export interface Statistic {
  name: string;
  value: number;
  /** What is counted, in the order of the CV. */
  entries: Entry[];
}

/** An entry that was counted; works have the number they carry in the CV. */
export interface Entry {
  id: string;
  title: string;
  number?: number;
}

/** Figures of one kind, such as works by year. */
export interface StatisticGroup {
  title: string;
  statistics: Statistic[];
}
