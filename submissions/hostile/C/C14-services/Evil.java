import java.nio.charset.Charset;
import java.nio.charset.spi.CharsetProvider;
import java.util.Iterator;

/** Ends the JVM as soon as anybody makes one. */
public class Evil extends CharsetProvider {
    public Evil() {
        System.exit(1);
    }

    @Override
    public Iterator<Charset> charsets() {
        return java.util.Collections.emptyIterator();
    }

    @Override
    public Charset charsetForName(String name) {
        return null;
    }
}
