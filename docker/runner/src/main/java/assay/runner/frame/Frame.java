package assay.runner.frame;

/** One message between the grader and a process in the sandbox. */
public sealed interface Frame permits ToCompiler, FromCompiler, ToRunner, FromRunner, ToTrainer, FromTrainer {}
