package news.platform.topology;

/** How a process's code is compiled while it runs on one machine. */
public enum Compiler {
    /** Both compilers: the speed that production has, once what is called often is known. */
    FULL,
    /** The quick one only: half the start-up work, for what is seldom called. */
    FAST_START
}
