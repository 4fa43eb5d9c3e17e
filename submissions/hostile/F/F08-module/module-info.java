module attack {
    requires java.desktop;
    provides java.util.spi.ToolProvider with Attack;
}
