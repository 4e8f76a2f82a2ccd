import type { Field, Fields } from './field.ts';
import type { Parameters } from './rule.ts';

/** A parameter that is text; '' when the form does not give it. */
export function textParameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}

/** A parameter that is a number; undefined when the form does not give it. */
export function numberParameter(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name];
  return typeof value === 'number' ? value : undefined;
}

/** The cleaned value of the sibling column that parameter `name` names; '' when there is none. */
export function siblingValue(fields: Fields, parameters: Parameters, name: string): string {
  return siblingField(fields, parameters, name)?.value ?? '';
}

/** The sibling column's field that parameter `name` names. */
export function siblingField(fields: Fields, parameters: Parameters, name: string): Field | undefined {
  return fields[textParameter(parameters, name)];
}
