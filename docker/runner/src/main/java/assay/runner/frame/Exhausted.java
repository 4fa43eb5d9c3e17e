package assay.runner.frame;

/**
 * A student's code left no memory to go on with: the last that a process says. An exit code could not tell it, since a
 * student's code may choose any.
 */
public record Exhausted() implements FromRunner, FromTrainer {}
