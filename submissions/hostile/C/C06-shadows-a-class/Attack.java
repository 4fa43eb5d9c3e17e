package java.util;

public class ArrayList {}
