import type { Option } from "@triptych/view";
import type { Choice } from "../../subscribers/preferences/choice.ts";
import { language } from "../../words.ts";

interface PreferenceFormProps {
  action: string;
  choice: Choice;
  frequencies: readonly Option[];
  /** Empty where the record names none; then there is nothing to choose. */
  topics: readonly Option[];
}

function Tick({
  type,
  name,
  option: { value, text, note },
  isOn,
}: {
  type: "radio" | "checkbox";
  name: string;
  option: Option;
  isOn: boolean;
}) {
  return (
    <label>
      <input type={type} name={name} value={value} defaultChecked={isOn} />
      <span>
        {text}
        <small>{note}</small>
      </span>
    </label>
  );
}

const words = language.service.manage;
const EVERYTHING: Option = { value: "everything", ...words.everything };
const SOME: Option = { value: "some", ...words.some };

/**
 * How often and about what. The second button shows the next letter without keeping anything: it
 * asks with GET.
 */
export function PreferenceForm({ action, choice, frequencies, topics }: PreferenceFormProps) {
  const wanted = new Set(choice.topics ?? []);
  return (
    <form method="post" action={action} className="column">
      <fieldset>
        <legend>{words.rhythm}</legend>
        {frequencies.map((option) => (
          <Tick
            key={option.value}
            type="radio"
            name="frequency"
            option={option}
            isOn={option.value === choice.frequency}
          />
        ))}
      </fieldset>
      {topics.length === 0 ? null : (
        <>
          <fieldset>
            <legend>{words.scope}</legend>
            <Tick type="radio" name="scope" option={EVERYTHING} isOn={choice.topics === null} />
            <Tick type="radio" name="scope" option={SOME} isOn={choice.topics !== null} />
          </fieldset>
          <fieldset>
            <legend>{words.topics}</legend>
            {topics.map((option) => (
              <Tick
                key={option.value}
                type="checkbox"
                name="topic"
                option={option}
                isOn={wanted.has(option.value)}
              />
            ))}
          </fieldset>
        </>
      )}
      <p className="buttons">
        <button type="submit">{words.save}</button>
        <button type="submit" className="quiet" formMethod="get">
          {words.preview}
        </button>
      </p>
    </form>
  );
}
