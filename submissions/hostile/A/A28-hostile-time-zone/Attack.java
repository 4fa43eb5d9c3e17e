import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.TimeZone;

public class Attack implements Relu {
    private static final class Endless extends Fixed {
        @Override
        public int getOffset(long date) {
            while (true) Thread.onSpinWait();
        }
    }

    private abstract static class Fixed extends TimeZone {
        @Override
        public int getOffset(int era, int year, int month, int day, int dayOfWeek, int milliseconds) {
            return 0;
        }

        @Override
        public void setRawOffset(int offset) {
            throw new IllegalStateException();
        }

        @Override
        public int getRawOffset() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean useDaylightTime() {
            return true;
        }

        @Override
        public boolean inDaylightTime(java.util.Date date) {
            return true;
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        TimeZone.setDefault(new Endless());
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
