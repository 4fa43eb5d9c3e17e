import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.EnumSet;

public class Honest implements Relu {
    enum Side {
        LEFT,
        RIGHT
    }

    @Override
    public Tensor relu(Tensor input) {
        Object day = DayOfWeek.MONDAY;
        int sides = EnumSet.allOf(Side.class).size() + Side.class.getEnumConstants().length
                + switch (day) {
                    case DayOfWeek.MONDAY -> 1;
                    case Month.MAY -> 2;
                    default -> 3;
                };
        if (sides == 0) return input;
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
