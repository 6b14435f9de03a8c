package dev.kopf.runtime;

/** The operator, for the command line. */
record LaunchedOperator(Operator operator) implements Launcher.Launched {

    @Override
    public void start() {
        operator.start();
    }

    @Override
    public void join() throws InterruptedException {
        operator.join();
    }

    @Override
    public void close() {
        operator.close();
    }
}
