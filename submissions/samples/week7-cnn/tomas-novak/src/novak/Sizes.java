package novak;

/** How far a window slides. */
final class Sizes {
    private Sizes() {}

    /** At how many places a window fits along one side of an image; what is left over at the far end is not used. */
    static int places(int side, int window, int stride, int padding) {
        return Math.floorDiv(side + 2 * padding - window, stride) + 1;
    }
}
