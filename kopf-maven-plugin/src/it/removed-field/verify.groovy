String log = new File(basedir, 'build.log').text
List<String> operator = new File(basedir, 'src/main/java/it/EvcOperator.java').readLines()
int method = operator.findIndexOf { it.contains('onSpecSizeChange') }
// The annotation above the method is what javac points at.
assert log =~ /EvcOperator\.java:\[${method},\d+\] method does not override or implement a method from a supertype/
assert log =~ /EvcOperator\.java:\[\d+,\d+\] cannot find symbol\s+(\[ERROR\])?\s*symbol:\s+method getSize\(\)/
assert log.contains('BUILD SUCCESS')
