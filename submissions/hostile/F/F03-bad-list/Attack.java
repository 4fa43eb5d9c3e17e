import java.util.List;

interface BadList<T> extends List<List<? super BadList<? super T>>> {}

class Attack {
    <E> void assign(BadList<E> bad) {
        List<? super BadList<? super E>> good = bad;
    }
}
