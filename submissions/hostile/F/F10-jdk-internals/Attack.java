import jdk.internal.misc.Unsafe;

// javac --add-exports java.base/jdk.internal.misc=ALL-UNNAMED
@SuppressWarnings("all")
class Attack {
    Unsafe unsafe = Unsafe.getUnsafe();
}
