import type { DefinitionReference, FieldReference } from "@triptych/view";
import { Row } from "./row.tsx";
import { Spans } from "./spans.tsx";
import { words } from "../words.ts";

function Field({
  field: { key, isRequired, type, description, choices },
}: {
  field: FieldReference;
}) {
  return (
    <>
      <dt>
        <code>{key}</code>
        {isRequired ? <span className="required">{words.schema.required}</span> : null}
      </dt>
      <dd>
        <p className="label">
          <Spans spans={type} />
          {choices.length === 0 ? null : (
            <>
              {" "}
              <span className="choices">{choices.join(", ")}</span>
            </>
          )}
        </p>
        {description === "" ? null : <p>{description}</p>}
      </dd>
    </>
  );
}

/** A definition of the schema: its name in the rail, its keys beside it. */
export function DefinitionRow({
  definition: { id, name, description, fields, type },
}: {
  definition: DefinitionReference;
}) {
  return (
    <Row id={id} label={name} className="definition">
      <p>{description}</p>
      {type.length === 0 ? null : (
        <p className="label">
          <Spans spans={type} />
        </p>
      )}
      {fields.length === 0 ? null : (
        <dl className="fields">
          {fields.map((field) => (
            <Field key={field.key} field={field} />
          ))}
        </dl>
      )}
    </Row>
  );
}
