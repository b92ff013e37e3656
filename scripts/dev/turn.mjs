/**
 * Work that is done one turn after the other: asked for while a turn runs, it has one more turn
 * afterwards, however often it was asked for.
 * @param {() => Promise<void>} work
 */
export function takeTurns(work) {
  let running;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = undefined;
    }
  };
  return () => {
    if (running === undefined) running = run();
    else again = true;
    return running;
  };
}
