class con {
    int one() {
        return 1;
    }
}

class Con {
    int one() {
        return 2;
    }
}

class CON {
    int one() {
        return 3;
    }
}

class $ {
    int one() {
        return 4;
    }
}

class __proto__ {
    int one() {
        return 5;
    }
}
