import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

public class Attack implements Plugin {
    @Override
    public String getName() {
        return "attack";
    }

    @Override
    public boolean autoStart() {
        System.exit(0);
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        System.exit(0);
    }
}
