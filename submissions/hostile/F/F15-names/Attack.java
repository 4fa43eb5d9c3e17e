class Ätzend {
    Ünbekannt 字段;
    \u0041ttack x;
}
