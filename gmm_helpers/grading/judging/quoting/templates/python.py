"""What Python says."""

__all__ = ["PYTHON", "SYNTAX"]

PYTHON = """\
name '{name}' is not defined
free variable '{name}' referenced before assignment in enclosing scope
cannot access free variable '{name}' where it is not associated with a value in enclosing scope
local variable '{name}' referenced before assignment
cannot access local variable '{name}' where it is not associated with a value
unsupported operand type(s) for {operator}: '{name}' and '{name}'
'{operator}' not supported between instances of '{name}' and '{name}'
bad operand type for unary {operator}: '{name}'
bad operand type for {name}(): '{name}'
can only concatenate {name} (not "{name}") to {name}
can't multiply sequence by non-int of type '{name}'
'{name}' object is not subscriptable
'{name}' object is not callable
'{name}' object is not iterable
'{name}' object is not an iterator
'{name}' object is not reversible
'{name}' object is not a mapping
'{name}' object does not support item assignment
'{name}' object does not support item deletion
'{name}' object does not support the context manager protocol
'{name}' object cannot be interpreted as an integer
'{name}' object has no attribute '{name}'
'{name}' object attribute '{name}' is read-only
type object '{name}' has no attribute '{name}'
module '{name}' has no attribute '{name}'
partially initialized module '{name}' has no attribute '{name}' {any}
can't set attribute '{name}'
cannot set '{name}' attribute of immutable type '{name}'
object of type '{name}' has no len()
argument of type '{name}' is not iterable
unhashable type: '{name}'
cannot unpack non-iterable {name} object
too many values to unpack (expected {number})
too many values to unpack (expected {number}, got {number})
not enough values to unpack (expected {number}, got {number})
not enough values to unpack (expected at least {number}, got {number})
{name}() missing {number} required positional argument: '{name}'
{name}() missing {number} required positional arguments: {names}
{name}() missing {number} required keyword-only argument: '{name}'
{name}() missing {number} required keyword-only arguments: {names}
{name}() missing required argument '{name}' (pos {number})
{name}() takes {number} positional argument but {number} were given
{name}() takes {number} positional argument but {number} was given
{name}() takes {number} positional arguments but {number} were given
{name}() takes {number} positional arguments but {number} was given
{name}() takes from {number} to {number} positional arguments but {number} were given
{name}() takes no arguments
{name}() takes no arguments ({number} given)
{name}() takes no keyword arguments
{name}() takes exactly one argument ({number} given)
{name}() takes exactly {number} arguments ({number} given)
{name}() takes at most {number} arguments ({number} given)
{name}() takes at least {number} arguments ({number} given)
{name}() got an unexpected keyword argument '{name}'
{name}() got multiple values for argument '{name}'
{name} expected {number} argument, got {number}
{name} expected {number} arguments, got {number}
{name} expected at least {number} argument, got {number}
{name} expected at least {number} arguments, got {number}
{name} expected at most {number} argument, got {number}
{name} expected at most {number} arguments, got {number}
'{name}' is an invalid keyword argument for {name}()
descriptor '{name}' for '{name}' objects doesn't apply to a '{name}' object
list index out of range
list assignment index out of range
tuple index out of range
string index out of range
pop from empty list
{name} indices must be integers or slices, not {name}
string indices must be integers, not '{name}'
slice indices must be integers or None or have an __index__ method
{name}() arg is an empty sequence
{name}() iterable argument is empty
{name}() argument must be a string or a real number, not '{name}'
{name}() argument must be a string, a bytes-like object or a real number, not '{name}'
must be real number, not {name}
expected str, bytes or os.PathLike object, not {name}
sequence item {number}: expected str instance, {name} found
could not convert string to float: {any}
invalid literal for int() with base 10: {any}
division by zero
float division by zero
float floor division by zero
float modulo
float modulo by zero
integer division or modulo by zero
integer modulo by zero
math domain error
math range error
expected a positive input
expected a positive input, got {any}
expected a nonnegative input, got {any}
cannot convert float NaN to integer
cannot convert float infinity to integer
(34, 'Numerical result out of range')
Exceeds the limit ({any} digits) for integer string conversion{any}
maximum recursion depth exceeded
maximum recursion depth exceeded {any}
No module named '{name}'
No module named '{name}'; '{name}' is not a package
cannot import name '{name}' from '{name}' {any}
attempted relative import with no known parent package
[Errno 2] No such file or directory: {any}
[Errno 13] Permission denied: {any}
exceptions must derive from BaseException
generator raised StopIteration
dictionary changed size during iteration
Unable to allocate {any} for an array with shape {shape} and data type {any}
"""

SYNTAX = """\
from __future__ imports must occur at the beginning of the file
invalid syntax
invalid syntax. Perhaps you forgot a comma?
invalid syntax. Maybe you meant '==' or ':=' instead of '='?
invalid non-printable character {any}
invalid character {any}
invalid decimal literal
expected ':'
expected '('
unmatched ')'
unmatched ']'
unmatched '}'
'(' was never closed
'[' was never closed
'{' was never closed
closing parenthesis {any} does not match opening parenthesis {any}
unexpected EOF while parsing
unexpected character after line continuation character
unterminated string literal (detected at line {any})
unterminated triple-quoted string literal (detected at line {any})
unexpected indent
unindent does not match any outer indentation level
inconsistent use of tabs and spaces in indentation
expected an indented block
expected an indented block after {any} on line {any}
Missing parentheses in call to '{name}'. Did you mean {name}(...)?
cannot assign to {any}
positional argument follows keyword argument
positional argument follows keyword argument unpacking
non-default argument follows default argument
parameter without a default follows parameter with a default
duplicate argument '{name}' in function definition
keyword argument repeated: {name}
name '{name}' is used prior to global declaration
name '{name}' is parameter and global
no binding for nonlocal '{name}' found
'return' outside function
'break' outside loop
'yield' outside function
'await' outside function
'continue' not properly in loop
leading zeros in decimal integer literals are not permitted; {any}
"""
