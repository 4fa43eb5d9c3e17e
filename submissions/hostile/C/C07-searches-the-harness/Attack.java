import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.reflect.Field;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        StringBuilder seen = new StringBuilder();
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).forEach(frame -> seen.append(frame.getDeclaringClass().getName()).append('\n'));
        Thread.getAllStackTraces().keySet().forEach(thread -> seen.append(thread.getName()).append('\n'));
        try {
            for (String name : new String[] {"assay.runner.run.Runner", "assay.runner.run.StudentCode", "assay.runner.frame.FrameLimits", "assay.runner.run.CallArguments"}) {
                for (Field field : ClassLoader.getSystemClassLoader().loadClass(name).getDeclaredFields()) {
                    seen.append(field).append('\n');
                }
            }
        } catch (ReflectiveOperationException e) {
            seen.append(e);
        }
        String text = seen.toString().toLowerCase();
        if (text.contains("golden") || text.contains("expected") || text.contains("tolerance")) throw new IllegalStateException("reached " + text);
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
