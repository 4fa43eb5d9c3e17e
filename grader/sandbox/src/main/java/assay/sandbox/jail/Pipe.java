package assay.sandbox.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes from one thread to another. Not {@code java.io.PipedInputStream}, which looks once a second whether there is
 * something, and ends when the thread that wrote to it ends.
 */
public final class Pipe {
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private final In in = new In();
    private final Out out = new Out();
    private long held;
    private int position;
    private boolean ended;
    private boolean discarding;

    private Pipe(long capacity) {
        this.capacity = capacity;
    }

    /** A pipe whose writer waits while that many bytes have not been read. */
    public static Pipe holding(long bytes) {
        return new Pipe(bytes);
    }

    /** A pipe whose writer never waits. */
    public static Pipe unlimited() {
        return new Pipe(Long.MAX_VALUE);
    }

    public InputStream in() {
        return in;
    }

    public OutputStream out() {
        return out;
    }

    /** Lets the reader see the end after what has been written. */
    public void end() {
        locked(() -> ended = true);
    }

    /** Forgets what has been written and will be; the reader sees the end, and no writer waits any more. */
    public void discard() {
        locked(() -> {
            ended = true;
            discarding = true;
            chunks.clear();
            held = 0;
            position = 0;
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void put(byte[] chunk) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (held >= capacity && !discarding && !ended) {
                changed.await();
            }
            if (!ended && chunk.length > 0) {
                chunks.add(chunk);
                held += chunk.length;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] target, int offset, int length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (chunks.isEmpty() && !ended) {
                changed.await();
            }
            byte[] chunk = chunks.peek();
            if (chunk == null) {
                return -1;
            }
            int count = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, target, offset, count);
            position += count;
            held -= count;
            if (position == chunk.length) {
                chunks.remove();
                position = 0;
                changed.signalAll();
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            try {
                return length == 0 ? 0 : take(target, offset, length);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        @Override
        public void close() {
            discard();
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                put(Arrays.copyOfRange(bytes, offset, offset + length)); // the caller may fill its buffer again
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        @Override
        public void close() {
            end();
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted", e);
    }
}
