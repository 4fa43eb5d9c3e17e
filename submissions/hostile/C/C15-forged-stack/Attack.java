import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    static class Liar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            return "expected 1.0 <img src=x onerror=alert(1)> \u001b[2J \u202e gnorw";
        }

        @Override
        public String toString() {
            return "</script>";
        }

        @Override
        public synchronized Throwable getCause() {
            return this;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            StackTraceElement[] stack = new StackTraceElement[2000];
            for (int i = 0; i < stack.length; i++) {
                String file = "<img src=x onerror=alert(" + i + ")>\u001b[31m\r\nveiled=cube\u0000" + "../".repeat(i);
                stack[i] = new StackTraceElement(i % 2 == 0 ? "Attack" : "assay.runner.run.Runner", "</script>\u202e\ud800", file, i - 3);
            }
            return stack;
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        throw new Liar();
    }
}
