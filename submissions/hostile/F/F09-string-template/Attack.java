class Attack {
    String f(int x) {
        return STR."\{x}";
    }
}
