package hw4;

record Window(int top, int left, int height, int width) {
    int area() {
        return height * width;
    }
}
