/** The surroundings cannot run or reach a database; the message says what to do. */
export class DatabaseUnavailable extends Error {}
