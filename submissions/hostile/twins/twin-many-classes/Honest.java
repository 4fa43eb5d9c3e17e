import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}

class Helper0 {
    int number = 0;
}
class Helper1 {
    int number = 1;
}
class Helper2 {
    int number = 2;
}
class Helper3 {
    int number = 3;
}
class Helper4 {
    int number = 4;
}
class Helper5 {
    int number = 5;
}
class Helper6 {
    int number = 6;
}
class Helper7 {
    int number = 7;
}
class Helper8 {
    int number = 8;
}
class Helper9 {
    int number = 9;
}
class Helper10 {
    int number = 10;
}
class Helper11 {
    int number = 11;
}
class Helper12 {
    int number = 12;
}
class Helper13 {
    int number = 13;
}
class Helper14 {
    int number = 14;
}
class Helper15 {
    int number = 15;
}
class Helper16 {
    int number = 16;
}
class Helper17 {
    int number = 17;
}
class Helper18 {
    int number = 18;
}
class Helper19 {
    int number = 19;
}
class Helper20 {
    int number = 20;
}
class Helper21 {
    int number = 21;
}
class Helper22 {
    int number = 22;
}
class Helper23 {
    int number = 23;
}
class Helper24 {
    int number = 24;
}
class Helper25 {
    int number = 25;
}
class Helper26 {
    int number = 26;
}
class Helper27 {
    int number = 27;
}
class Helper28 {
    int number = 28;
}
class Helper29 {
    int number = 29;
}
class Helper30 {
    int number = 30;
}
class Helper31 {
    int number = 31;
}
class Helper32 {
    int number = 32;
}
class Helper33 {
    int number = 33;
}
class Helper34 {
    int number = 34;
}
class Helper35 {
    int number = 35;
}
class Helper36 {
    int number = 36;
}
class Helper37 {
    int number = 37;
}
class Helper38 {
    int number = 38;
}
class Helper39 {
    int number = 39;
}
class Helper40 {
    int number = 40;
}
class Helper41 {
    int number = 41;
}
class Helper42 {
    int number = 42;
}
class Helper43 {
    int number = 43;
}
class Helper44 {
    int number = 44;
}
class Helper45 {
    int number = 45;
}
class Helper46 {
    int number = 46;
}
class Helper47 {
    int number = 47;
}
class Helper48 {
    int number = 48;
}
class Helper49 {
    int number = 49;
}
