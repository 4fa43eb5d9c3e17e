module attack {
    requires java.desktop;
}
