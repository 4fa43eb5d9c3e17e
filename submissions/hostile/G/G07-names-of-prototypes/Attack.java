import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        String deep = "[".repeat(3000) + "{\"__proto__\": {\"score\": NaN}, \"a\": 1e400, \"a\": \"\\ud800\"}";
        System.out.println("\uFEFF" + deep + "\uD800");
        throw new IllegalStateException("\uFEFF" + deep + "\uDC00\uD800 \u0000 \u2028");
    }
}
