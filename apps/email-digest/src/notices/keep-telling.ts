import { type OwnerSending, tellOwner } from "./tell-owner.ts";

const LOOK_MS = 60_000;
/** Looks that are left out after a mail was not taken, so that a server is not pestered. */
const PAUSE = 15;

/** Tells the owner what there is to tell, for as long as a worker runs. */
export function keepTelling(
  sending: OwnerSending,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let [pause, running] = [0, Promise.resolve()];
  const look = async () => {
    if (pause > 0) {
      pause -= 1;
      return;
    }
    try {
      await tellOwner(sending);
    } catch (error) {
      pause = PAUSE;
      onError(error);
    }
  };
  const timer = setInterval(() => (running = running.then(look)), LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
