package news.platform.benchmarks.read;

/**
 * For how many windows a scenario is loaded before counting begins.
 *
 * @param least even when some agree sooner: while the compiler has much to do, a rate may stand still for a while
 * @param most even when none agree
 */
record Windows(int least, int most) {}
