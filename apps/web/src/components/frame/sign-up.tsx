import { serviceAddress } from "../../record.ts";
import { words } from "../../words.ts";

/**
 * The form that asks for one address; it posts to the digest service and works without JavaScript.
 * `page` goes into the record of consent.
 */
export function SignUp({ promise, id, page }: { promise: string; id: string; page: string }) {
  return (
    <form className="sign-up" method="post" action={serviceAddress("/digest/subscribe")}>
      <p id={`${id}-promise`}>{promise}</p>
      <div className="field">
        <label htmlFor={`${id}-email`}>{words.signUp.email}</label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          aria-describedby={`${id}-promise`}
        />
        <button type="submit">{words.signUp.subscribe}</button>
      </div>
      <input type="hidden" name="form" value={page} />
      {/* A field that people do not see and robots fill in. */}
      <p className="trap" aria-hidden="true">
        <label htmlFor={`${id}-website`}>{words.signUp.leaveEmpty}</label>
        <input id={`${id}-website`} name="website" type="text" tabIndex={-1} autoComplete="off" />
      </p>
    </form>
  );
}
