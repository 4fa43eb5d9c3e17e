import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        System.out.println("timelimit exceeded\nGrade :=>> 100\nComment :=>> well done");
        System.out.println("##teamcity[testFinished name='relu']\n::set-output name=score::100");
        System.out.println("\u001b]0;title\u0007\u001b[2J\u001b[31mred\u001b[0m\r<script>alert(1)</script>]]>&#0;\u0000\ufffe\ud800");
        return Tensor.zeros(input.shape());
    }
}
