class Attack {
    int f(Object o) {
        return switch (o) {
            case int i -> i;
            default -> 0;
        };
    }
}
