import assay.runner.run.Runner;

class Attack {
    Runner runner;
}
