/**
 * An error the user can act on: one line that says what is wrong, where, with which value, and
 * what to do. The command line prints it without a stack trace and exits with code 2.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}
