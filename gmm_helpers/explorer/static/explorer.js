// Made from ../javascript/ by `make bundle`: never edit this file.
const module={exports:{}};
function theBundle(module){
"use strict";var ms=Object.defineProperty;var cl=Object.getOwnPropertyDescriptor;var fl=Object.getOwnPropertyNames;var ul=Object.prototype.hasOwnProperty;var pl=(n,t)=>{for(var e in t)ms(n,e,{get:t[e],enumerable:!0})},ml=(n,t,e,s)=>{if(t&&typeof t=="object"||typeof t==
"function")for(let o of fl(t))!ul.call(n,o)&&o!==e&&ms(n,o,{get:()=>t[o],enumerable:!(s=cl(t,o))||s.enumerable});
return n};var dl=n=>ml(ms({},"__esModule",{value:!0}),n);var Fp={};pl(Fp,{default:()=>$p,open:()=>ll,serve:()=>hl});module.exports=dl(Fp);function No(n){if(n.length===0)return[];let t=[0,1].map(e=>{let s=n.map(a=>a[e]),o=s.reduce((a,l)=>Math.min(a,
l)),i=s.reduce((a,l)=>Math.max(a,l)),r=i-o||Math.abs(i)||1;return 3-Math.floor(Math.log10(r))});return n.map(e=>e.
map((s,o)=>gl(s,t[o])))}function gl(n,t){let s=Math.floor(Math.log10(Math.abs(n)||1))+1+t;return s<1?0:Number(
n.toPrecision(Math.min(s,17)))}var S="own start",A="own points",Nt=Object.freeze({data:"original",n_components:3,seed:0,start:"identity",reg_covar:1e-6,
own_start:[],own_points:[]}),ve=["data","n_components","seed","start","reg_covar","own_start","own_points"],To=new WeakMap;
function ee({data:n,own_points:t}){if(n!==A)return n;let e=To.get(t)??JSON.stringify(t);return To.set(t,e),`${n}\
 ${e}`}function ne(n){let t=n.start===S?n.own_start:0;return JSON.stringify([ee(n),n.n_components,n.start,n.reg_covar,
t])}function I(n){return`${ne(n)} ${n.seed}`}function Tt(n){return ne({...n,n_components:0})}function D(n,t){let e=new Float64Array(t*t);for(let s=0;s<t;s++)for(let o=0;o<=s;o++){let i=n[s*t+o];for(let r=0;r<
o;r++)i-=e[s*t+r]*e[o*t+r];if(s===o){if(!(i>0))return null;e[s*t+s]=Math.sqrt(i)}else e[s*t+o]=i/e[o*t+o]}return e}
function ds(n,t){let e=new Float64Array(t*t);for(let s=0;s<t;s++){e[s*t+s]=1/n[s*t+s];for(let o=s+1;o<t;o++){let i=0;
for(let r=s;r<o;r++)i-=n[o*t+r]*e[r*t+s];e[o*t+s]=i/n[o*t+o]}}return e}function se(n,t){let e=D(n,t);if(!e)return new Float64Array(
t*t).fill(NaN);let s=ds(e,t),o=new Float64Array(t*t);for(let i=0;i<t;i++)for(let r=0;r<t;r++)for(let a=Math.max(
i,r);a<t;a++)o[i*t+r]+=s[a*t+i]*s[a*t+r];return o}function Z(n,t){let e=Float64Array.from(n),s=new Float64Array(
t*t);for(let a=0;a<t;a++)s[a*t+a]=1;for(let a=0;a<50;a++){let l=!1;for(let h=0;h<t;h++)for(let c=h+1;c<t;c++)l=
wl(e,s,t,h,c)||l;if(!l)break}let o=Array.from({length:t},(a,l)=>l);o.sort((a,l)=>e[a*t+a]-e[l*t+l]);let i=Float64Array.
from(o,a=>e[a*t+a]),r=new Float64Array(t*t);for(let a=0;a<t;a++)for(let l=0;l<t;l++)r[a*t+l]=s[a*t+o[l]];return{
values:i,vectors:r}}function wl(n,t,e,s,o){let i=n[s*e+o],[r,a]=[n[s*e+s],n[o*e+o]],l=Math.sqrt(Math.abs(r))*Math.
sqrt(Math.abs(a));if(!(Math.abs(i)>1e-17*l))return n[s*e+o]=n[o*e+s]=0,!1;let h=(a-r)/(2*i),c=(h<0?-1:1)/(Math.
abs(h)+Math.hypot(h,1)),f=1/Math.hypot(c,1),u=c*f;n[s*e+s]=r-c*i,n[o*e+o]=a+c*i,n[s*e+o]=n[o*e+s]=0;for(let p=0;p<
e;p++){if(p!==s&&p!==o){let[w,y]=[n[p*e+s],n[p*e+o]];n[p*e+s]=n[s*e+p]=f*w-u*y,n[p*e+o]=n[o*e+p]=u*w+f*y}let[m,
d]=[t[p*e+s],t[p*e+o]];t[p*e+s]=f*m-u*d,t[p*e+o]=u*m+f*d}return!0}var yl=Math.log(2*Math.PI);function T(n,t){return n*(1+t+t*(t+1)/2)}function tt(n,t){return n/T(1,t)}function $(n,t,e,s){
return n.subarray(t+s*e,t+(s+1)*e)}function J(n,t,e){return n+n*t+e*t*(t+1)/2}function E(n,t,e,s){let o=new Float64Array(
e*e),i=J(t,e,s);for(let r=0;r<e;r++)for(let a=0;a<=r;a++)o[r*e+a]=o[a*e+r]=n[i++];return o}function z(n,t,e,s,o,i){
for(let r=0;r<o;r++){let a=D(E(s,o,e,r),e),l=a?Math.log(s[r])-.5*e*yl:-1/0;for(let h=0;a&&h<e;h++)l-=Math.log(
a[h*e+h]);if(l===-1/0)for(let h=r;h<t*o;h+=o)i[h]=-1/0;else{let h=ds(a,e);(e===2?xl:bl)(n,t,e,$(s,o,e,r),h,l,o,
r,i)}}return i}function bl(n,t,e,s,o,i,r,a,l){let h=new Float64Array(e);for(let c=0;c<t;c++){let f=0;for(let u=0;u<
e;u++){h[u]=n[c*e+u]-s[u];let p=0;for(let m=0;m<=u;m++)p+=o[u*e+m]*h[m];f+=p*p}l[c*r+a]=i-.5*f}}function xl(n,t,e,s,o,i,r,a,l){
let[h,c]=s,[f,,u,p]=o;for(let m=0,d=a;m<t;m++,d+=r){let w=n[2*m]-h,y=n[2*m+1]-c,b=f*w,x=u*w+p*y;l[d]=i-.5*(b*b+
x*x)}}function et(n,t,e){let s=0,o=0,i=1;for(let r=0;r<t*e;r+=e){let a=n[r];for(let c=1;c<e;c++)n[r+c]>a&&(a=n[r+
c]);let l=0;for(let c=0;c<e;c++){let f=n[r+c];l+=n[r+c]=f===a?1:Sl(f-a)}let h=1/l;for(let c=0;c<e;c++)n[r+c]*=
h;s+=a,i*=l,i>1e200&&(o+=Math.log(i),i=1)}return-(s+o+Math.log(i))}var oe=32,Ml=oe/Math.LN2,_l=.6931471803691238/
oe,Al=19082149292705877e-26/oe,vl=Float64Array.from({length:oe},(n,t)=>2**(t/oe)),Ol=Float64Array.from({length:1023},
(n,t)=>2**-t);function Sl(n){if(!(n>-708))return Math.exp(n);let t=n*Ml-.5|0,e=n-t*_l-t*Al,s=e*e,o=1+e+s*(1/2+
e*(1/6)+s*(1/24+e*(1/120)+s*(1/720)));return Ol[-(t>>5)]*(vl[t&31]*o)}var ko=8,Nl=10,K="M-step",ie=/^(?:(weight) (\d)|(mean|variance) (\d)(?:, x(\d+))?)$/,dt=Object.freeze({...Nt,half_step:0,
show:["ellipses","trails"],coloring:"pie",speed:4,picture:"nll",along:K,slow:!1});function Oe(n,t){for(let e=1;e<=
Nl;e++)if(T(t,e)===n)return e;return 0}function Se(n,t){let e=s=>JSON.stringify(Array.isArray(s)&&typeof s[0]==
"string"?[...s].sort():s);return e(n)===e(t)}var Te={data:Ne("data","data"),points:{name:"own_points",write:n=>No(n).flat().join(","),read:n=>El(ys(n)),expected:"\
pairs of numbers"},K:gs("n_components",1,ko),seed:gs("seed",0,Number.MAX_SAFE_INTEGER),start:Ne("start","start\
s"),own:{name:"own_start",write:String,read:ys,expected:"the numbers of a mixture"},reg_covar:ws("reg_covar",n=>n>=
0,"a number of at least 0"),h:gs("half_step",0,Number.MAX_SAFE_INTEGER),show:{name:"show",write:n=>n.join(","),
read:(n,{layers:t})=>{let e=n===""?[]:[...new Set(n.split(","))];return e.every(s=>t.includes(s))?e:void 0},expected:({
layers:n})=>`some of ${n.join(", ")}`},color:Ne("coloring","colorings"),speed:ws("speed",n=>n>0,"a number abov\
e 0"),picture:Ne("picture","pictures"),along:{name:"along",write:String,read:n=>n===K||ie.test(n)?n:void 0,expected:`${K}\
, or a parameter such as "weight 0" or "mean 1, x2"`},slow:{name:"slow",write:n=>n?"on":"off",read:n=>n==="on"?
!0:n==="off"?!1:void 0,expected:"on or off"}};function Eo(n,t=dt){return Object.entries(Te).filter(([,{name:e}])=>Po(
e,n)&&!Se(n[e],t[e])).map(([e,{name:s,write:o}])=>`${e}=${Ll(o(n[s]))}`).join("&")}function Lo(n,t,e=dt){let s={},
o=[],i=(a,l)=>o.push(`"${Il(a)}" in the address is passed over: ${l}.`);for(let a of n.replace(/^#/,"").split(
"&").filter(Boolean)){let[l,...h]=a.split("=");if(!Object.hasOwn(Te,l)){i(a,`the parts are ${Object.keys(Te).join(
", ")}`);continue}let{name:c,read:f,expected:u}=Te[l],p=Pl(h.join("=")),m=p===void 0?void 0:f(p,t);m===void 0?
i(a,`expected ${typeof u=="string"?u:u(t)}`):s[c]=m}let r={...structuredClone(e),...s};return Tl(r,s,e,i),kl(r,
s,i),{state:r,problems:o}}function Tl(n,t,e,s){n.start===S&&!Oe(n.own_start.length,n.n_components)&&(s("start=\
own start",`"own" does not hold ${n.n_components} components`),n.start=e.start===S?dt.start:e.start),n.data===
A&&n.own_points.length===0&&(s("data=own points",'"points" does not hold any'),n.data=e.data===A?dt.data:e.data);
for(let[o,i,r]of[["own","own_start",`start=${S}`],["points","own_points",`data=${A}`]])Po(i,n)||(i in t&&s(o,`\
it needs ${r}`),n[i]=[])}function kl(n,t,e){let[,,s,,o]=ie.exec(n.along)??[];if(Number(s??o??0)<n.n_components)
return;let i=n.n_components-1;"along"in t&&e(`along=${n.along}`,`components are counted from 0 to ${i}`),n.along=
K}function Po(n,{start:t,data:e}){return(n!=="own_start"||t===S)&&(n!=="own_points"||e===A)}function Ne(n,t){return{
name:n,write:String,read:(e,s)=>s[t].includes(e)?e:void 0,expected:e=>`one of ${e[t].join(", ")}`}}function ws(n,t,e){
return{name:n,write:String,read:o=>{let[i,...r]=ys(o)??[];return r.length===0&&t(i)?i:void 0},expected:e}}function gs(n,t,e){
return ws(n,o=>Number.isSafeInteger(o)&&o>=t&&o<=e,`a whole number from ${t} to ${e}`)}function ys(n){let t=/^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
e=n.split(","),s=e.map(Number);return e.every(o=>t.test(o))&&s.every(Number.isFinite)?s:void 0}function El(n){
if(!(!n||n.length%2))return Array.from({length:n.length/2},(t,e)=>[n[2*e],n[2*e+1]])}function Ll(n){return encodeURIComponent(
n).replaceAll("%20","+").replaceAll("%2C",",")}function Pl(n){try{return decodeURIComponent(n.replaceAll("+","\
 "))}catch{return}}function Il(n){return n.length>40?`${n.slice(0,40)}…`:n}var $l=300;function ke(n,{half_step:t,layers:e,speed:s,slow:o}){let{color:i,picture:r,along:a,...l}=e,h=Object.
keys(l).filter(c=>l[c]);return{...n,half_step:t,show:h,coloring:i,speed:s,picture:r,along:a,slow:o}}function Io(n,t){
let{half_step:e,show:s,coloring:o,speed:i,picture:r,along:a,slow:l,...h}=n,c=Object.fromEntries(t.map(u=>[u,s.
includes(u)])),f={half_step:e,speed:i,slow:l,layers:{...c,color:o,picture:r,along:a}};return{choice:h,view:f}}
function bs({data:n,own_points:t}){let e=t.length<=$l&&t.every(s=>s.length===2);return n!==A||e}function $o(n,t){
if(bs(n))return n;let e=n.start===S?t.start:n.start;return{...n,start:e,data:t.data,own_points:t.own_points}}function g(n,t={},...e){let s=document.createElement(n);for(let[o,i]of Object.entries(t))o.startsWith("on")?s.
addEventListener(o.slice(2),i):i===!0?s.setAttribute(o,""):i!==!1&&i!=null&&s.setAttribute(o,i);for(let o of e)
o!=null&&s.append(o);return s}function kt(n,t){n.setAttribute("aria-disabled",String(!t))}var Fo="http://www.w\
3.org/2000/svg";function xs(n){let t=document.createElementNS(Fo,"svg"),e=document.createElementNS(Fo,"path");
e.setAttribute("d",n);for(let[s,o]of Object.entries({viewBox:"0 0 16 16","aria-hidden":"true",class:"emx-sign"}))
t.setAttribute(s,o);return t.append(e),t}function B(n,t,e){let s=g("select",{"aria-label":n,onchange:()=>e(s.value)}),
o=g("label",{},g("span",{},n),s),i="",r=l=>{i!==(i=l.join(`
`))&&s.replaceChildren(...l.map(h=>g("option",{value:h},h)))};return r(t),{element:o,select:s,show:r,choose:l=>{
let h=f=>f.value===String(l)||Number(f.value)===l,c=[...s.options].find(h)??g("option",{},String(l));c.parentElement||
(s.append(c),i=""),s.value=c.value}}}function Et(n,t,e){let s=g("input",{type:"checkbox",onchange:()=>t(s.checked)});
return{element:g("label",{class:"emx-tick",title:e},s,n),input:s}}function Ms(n,t,e,s){let o=c=>{let f=Number(
a.textContent)+c;f>=t&&f<=e&&s(f)},i=g("button",{type:"button","aria-label":`${n}: one less`,onclick:()=>o(-1)},
"−"),r=g("button",{type:"button","aria-label":`${n}: one more`,onclick:()=>o(1)},"+"),a=g("output",{},"");return{
element:g("div",{class:"emx-stepper",role:"group","aria-label":n},g("span",{},n),i,a,r),show:c=>{a.textContent=
String(c),kt(i,c>t),kt(r,c<e)}}}var re=[1,2,4,8,15,30,60],gt={pie:"pies",blend:"blended",hard:"hard",none:"grey"},Fl=["data","start","reg_cova\
r"],Ro={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6-10 6z",pause:"M3 2h\
4v12H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},Co=[["ellipses","ellip\
ses","1 and 2 standard deviations of each component"],["trails","trails","the path that each mean has taken"],
["contours","density","contours of the mixture's density"],["truth","truth","the mixture the data were drawn f\
rom"]],Rl=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],["zo\
om","zoom in","only the half-steps near the marker"]];function jo(n,t){let e=r=>n.controls.includes(r),s={data:B(
"data",n.data,r=>t({data:r})),n_components:Ms("K",n.counts[0],n.counts[n.counts.length-1],r=>t({n_components:r})),
seed:Ms("seed",n.seeds[0],n.seeds[n.seeds.length-1],r=>t({seed:r})),start:B("start",n.starts,r=>t({start:r})),
reg_covar:B("reg_covar",n.reg_covars,r=>t({reg_covar:Number(r)}))};return{element:g("div",{class:"emx-bar"},...Object.
entries(s).map(([r,a])=>e(r)?a.element:null)),show:r=>{s.n_components.show(r.n_components),s.seed.show(r.seed);
for(let a of Fl)s[a].choose(r[a])}}}function zo(n){let t=(f,u,p,m)=>g("button",{type:"button","aria-label":u,title:`${u}\
 (${p})`,"aria-keyshortcuts":p,onclick:m},xs(Ro[f])),e=t("first","First","Home",()=>n.go(0)),s=t("back","Half-\
step back","ArrowLeft",()=>n.move(-1)),o=t("play","Play","Space",()=>n.player.toggle()),i=t("on","Half-step fo\
rward","ArrowRight",()=>n.move(1)),r=t("last","Last","End",()=>n.go(1/0)),a=g("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>n.jump(Number(a.value))}),l=B("speed",re.map(String),f=>n.setSpeed(Number(
f)));return l.element.title="half-steps per second (+ and −)",o.classList.add("emx-play"),{element:g("div",{
class:"emx-transport",role:"group","aria-label":"transport"},e,s,o,i,r,a,l.element),show:({h:f,end:u,isPlaying:p,
text:m,why:d=""})=>{a.max=String(u),a.value=String(f),a.setAttribute("aria-valuetext",m);for(let y of[e,s])kt(
y,f>0);for(let y of[i,r])kt(y,f<u);let w=p?"Pause":"Play";o.title=d||`${w} (Space)`,kt(o,d===""),o.getAttribute(
"aria-label")!==w&&(o.setAttribute("aria-label",w),o.replaceChildren(xs(Ro[p?"pause":"play"])))},showSpeed:f=>l.
choose(f)}}function Bo(n,t){let e=B("samples",Object.values(gt),c=>{let f=Object.keys(gt);t({color:f.find(u=>gt[u]===
c)})});e.select.value=gt[n.color];let s={},o=(c,f)=>{t({[c]:f}),c==="bound"&&f&&!s.zoom.input.checked&&s.zoom.
input.click()},i=([c,f,u])=>(s[c]=Et(f,p=>o(c,p),u),s[c].input.checked=!!n[c],s[c].element),r=g("div",{class:"\
emx-layers",role:"group","aria-label":"data picture"},e.element,...Co.map(i)),a=g("div",{class:"emx-layers",role:"\
group","aria-label":"right picture"},...Rl.map(i));return{left:r,right:a,boxes:s,show:c=>{s.bound.input.disabled=
!!c?.isPart,s.truth.input.disabled=!c?.truth,s.truth.element.title=c?.truth?Co[3][2]:"the mixture these data w\
ere drawn from is not known"},set:c=>{e.select.value=gt[c.color];for(let[f,{input:u}]of Object.entries(s))u.checked=
!!c[f]}}}function at({kind:n,component:t,feature:e=0},s,o){return n==="weight"?t:n==="mean"?s+t*o+e:J(s,o,t)+e*(e+3)/2}
function Wo(n,t,e,s,o){let i=Float64Array.from(n);if(s.kind==="weight"){let r=1-n[s.component];for(let a=0;a<t;a++)
i[a]=(1-o)*(r>0?n[a]/r:1/(t-1))}return i[at(s,t,e)]=o,i}function qo({X:n,N:t,D:e},s,o,i,r,a=ae(i)){if(!Cl(s,o,
e))return{nll:NaN,bound:NaN};z(n,t,e,s,o,r);let l=-a;for(let h=0;h<t*o;h++){let c=i[h];c>0&&(l-=c*r[h])}return{
nll:et(r,t,o),bound:l}}function ae(n){let t=0;for(let e=0;e<n.length;e++){let s=n[e];s>0&&(t-=s*Math.log(s))}return t}function Cl(n,t,e){for(let s=0;s<t;s++)if(!(n[s]>=0&&n[s]<=1)||!D(E(n,t,e,s),e))return!1;return!0}var jl=1e-12;function _s(n,t){let e=[K],s=t>1?Array.from({length:t},(o,i)=>`, x${i+1}`):[""];for(let o=0;o<n;o++){
for(let i of s)e.push(`mean ${o}${i}`);n>1&&e.push(`weight ${o}`);for(let i of s)e.push(`variance ${o}${i}`)}return e}
function Lt(n,t,e){let s=n&&_s(t,e).includes(n)?ie.exec(n):null;if(!s)return null;let[,o,i,r,a,l="1"]=s;return o?
{kind:"weight",component:Number(i)}:{kind:r,component:Number(a),feature:Number(l)-1}}function Ko(n,t,e){return Lt(
n,t,e)&&n?n:K}function Ee({kind:n,component:t,feature:e=0},s){if(n==="weight")return`weight ${t}`;if(s===1)return`${n}\
 ${t}`;let o=String(e+1).replace(/\d/g,i=>String.fromCharCode(8320+Number(i)));return`${n} ${t}, x${o}`}function Go(n,t,e,s){
let o=null,i=0;for(let r=0;r<e;r++){let a=Array.from({length:s},(h,c)=>{let f=at({kind:"mean",component:r,feature:c},
e,s),u=Math.abs(t[f]-n[f]);return u>jl*Math.abs(n[f])?u:0}),l=Math.hypot(...a);l>i&&(i=l,o={kind:"mean",component:r,
feature:a.indexOf(Math.max(...a))})}return o}var lt={nll:"NLL by iteration",bound:"bound as a curve",distance:"distance to the end (log)",entropy:"entropy \
of responsibilities"};function Uo(n,t,e){let s=[K],o=()=>"the M-step",i=B("show",Object.values(lt),h=>{t({picture:Object.
keys(lt).find(c=>lt[c]===h)})}),r=B("along",[o(K)],h=>{t({along:s.find(c=>o(c)===h)})}),a=()=>{let{picture:h="\
nll"}=n;r.element.hidden=h!=="bound",e.bound.element.hidden=h!=="nll",e.zoom.element.hidden=h==="bound",i.choose(
lt[h])};a();let l=(h,c)=>{o=f=>{let u=Lt(f,h,c);return u?Ee(u,c):"the M-step"},s=_s(h,c),r.show(s.map(o)),r.choose(
o(n.along??K))};return{elements:[i.element,r.element],show:l,fit:a}}var zl=["color","picture","along"],Le=class{constructor(t,e){let s=Object.keys(t.layers).filter(o=>!zl.includes(
o));this.layers=s,this.defaults=ke(e,t),this.choices={data:t.data,starts:t.starts,layers:s,colorings:Object.keys(
gt),pictures:Object.keys(lt)},this.isAlone=!document.querySelector(".emx"),this.isAlone&&window.addEventListener(
"hashchange",()=>location.reload())}read(){let t=this.isAlone?location.hash:"",{state:e,problems:s}=Lo(t,this.
choices,this.defaults);return{...Io(e,this.layers),problems:s}}linkTo(t){let e=Eo($o(t,this.defaults),this.defaults);
return location.href.split("#")[0]+(e&&`#${e}`)}write(t){if(!this.isAlone||document.querySelectorAll(".emx").length>
1)return;let e=this.linkTo(t);if(e!==location.href)try{history.replaceState(history.state,"",e)}catch{}}};var As=[8,4,2,1],Bl={8:5,4:1,2:1,1:0};function Pe(n,t,e){return e===1?0:n-n%t+Bl[t]}function Ho({nx:n,ny:t}){let e=new Set;
for(let s of As)for(let o=0;o<t;o+=s)for(let i=0;i<n;i+=s)e.add(Pe(o,s,t)*n+Pe(i,s,n));return Int32Array.from(
e)}function Do({nx:n,ny:t},e){return e.map((s,o)=>{let[i,r]=[o%n,Math.floor(o/n)];for(let a=As.length-1;a>=0;a--){
let l=As[a],h=e[Pe(r,l,t)*n+Pe(i,l,n)];if(h>=0)return h}return-1})}function Ie({nx:n,ny:t,xs:e,ys:s},o){let[i,
r]=[o%n,Math.floor(o/n)];return[e[0]+(i+.5)/n*(e[1]-e[0]),s[0]+(r+.5)/t*(s[1]-s[0])]}function Jo({nx:n,ny:t,xs:e,
ys:s},o){let i=Math.floor(n*(o[0]-e[0])/(e[1]-e[0])),r=t===1?0:Math.floor(t*(o[1]-s[0])/(s[1]-s[0]));return i>=
0&&i<n&&r>=0&&r<t?r*n+i:-1}function nt(n,t){return Number.isFinite(n)?Qo(n,n.toFixed(t),e=>n.toFixed(t+e)):Os(n)}function vs(n,t){if(!Number.
isFinite(n))return Os(n);let e=r=>n.toExponential(t+r),[s,o]=Qo(n,e(0),e).split("e"),i=o.slice(1).padStart(2,"\
0");return`${s}e${o[0]}${i}`}function G(n,t=6){if(!Number.isFinite(n))return Os(n);let e=vs(n,t-1),[s,o]=e.split(
"e"),i=Number(o);return i<-4||i>=t?`${Yo(s)}e${o}`:Yo(nt(n,t-1-i))}function Yo(n){return n.includes(".")?n.replace(
/\.?0+$/,""):n}function Os(n){return Number.isNaN(n)?"nan":n>0?"inf":"-inf"}function Qo(n,t,e){if(Math.abs(n)>=
1e21)return t;let[s,o]=t.split("e"),[i]=e(30).split("e");if(!/^50+$/.test(i.slice(i.length-30)))return t;let r=i.
slice(0,i.length-30).replace(/\.$/,""),a=Number(r.at(-1))%2===0?r:s;return o===void 0?a:`${a}e${o}`}var $e=.01,Ss=1e-6,Wl=1e-13,ql=2**-1022;function Fe(n,t,e,s,o=le(e,s)){let{N:i,D:r}=e,a=null;for(let l=0;l<t;l++){
let{values:h,vectors:c}=Z(E(n,t,r,l),r);if(!(h[r-1]*Wl>s))for(let f=0;f<r;f++){let u=Kl(o,c,r,f);!(Math.abs(h[f]-
s)<=$e*Math.min(s,$e*u))||!(u>10*Ss*s)||(!a||h[f]<a.variance)&&(a={variance:h[f],k:l})}}return a?{component:a.
k,nSamples:n[a.k]*i,deviation:Math.sqrt(a.variance)}:null}function Re({component:n,nSamples:t,deviation:e}){return`\
Collapsed: the covariance of component ${n}, which holds ${nt(t,1)} samples, has a standard deviation of ${G(e,
2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.`}function le({
X:n,N:t,D:e},s){let o=new Float64Array(e);for(let l=0;l<t*e;l++)o[l%e]+=n[l]/t;let i=new Float64Array(e*e);for(let l=0;l<
t;l++)for(let h=0;h<e;h++)for(let c=0;c<=h;c++)i[h*e+c]+=(n[l*e+h]-o[h])*(n[l*e+c]-o[c])/t;let r=new Float64Array(
e),a=0;for(let l=0;l<e;l++)a=Math.max(a,Math.sqrt(i[l*e+l])),r[l]=Math.sqrt(Math.max(i[l*e+l],Ss*s+ql));for(let l=0;l<
e;l++)for(let h=0;h<=l;h++)i[l*e+h]=i[l*e+h]/r[l]/r[h]+(l===h?Ss:0);return{deviations:r,precision:se(i,e),widest:a}}
function Kl({deviations:n,precision:t},e,s,o){let i=0;for(let r=0;r<s;r++)for(let a=0;a<s;a++){let l=e[r*s+o]/
n[r]*(e[a*s+o]/n[a]);i+=l*t[r*s+a]}return 1/i}var Gl=Number.EPSILON,Ce=32*Gl,Zo=100,Xo=1e4,Ul=1e7;function ti(n,t,e){for(let s=0;s<t;s++)for(let o=0;o<e;o++)
if(ei(n,t,e,s,o))return s;return-1}function ei(n,t,e,s,o){return Math.abs(ni(n,t,e,s,o))<=(Ce*n[t+s*e+o])**2}function ni(n,t,e,s,o){
return n[J(t,e,s)+o*(o+3)/2]}function si(n,t,e,s,o){if(n.kind==="no density")return n;let i=oi(t)??Hl(n,t,e,s),
r={...n,iteration:o,farSample:i};return i?r:Dl(n,t,e,s)?{...r,kind:"rounded",value:Math.max(...ii(t).map(([a,l])=>l-
a))}:{...r,flatFeature:Jl(n,t,e,s)}}function oi({X:n,N:t,D:e},s=Ul){let o=null;for(let i=0;i<e;i++){let r=Float64Array.
from({length:t},(m,d)=>n[d*e+i]),a=Vo(r),l=r.map(m=>Math.abs(m-a)),h=l.filter(m=>m>0);if(h.length===0)continue;
let c=Vo(h),f=l.reduce((m,d,w)=>d>l[m]?w:m,0),u=l[f],p=o===null||u/c>o.distance/o.usual;u>s*c&&p&&(o={sample:f,
feature:i,distance:u,usual:c})}return o}function Vo(n){return Float64Array.from(n).sort()[Math.floor((n.length-
1)/2)]}function Hl(n,t,e,s){let o=n.kind==="singular"?oi(t,Xo):null;return o&&ni(e,s,t.D,n.component,o.feature)>
(Xo*o.usual)**2?o:null}function Dl(n,{X:t,N:e,D:s},o,i){if(n.kind!=="singular")return!1;let r=E(o,i,s,n.component);
if(!r.every(Number.isFinite))return!1;let{values:a,vectors:l}=Z(r,s),h=$(o,i,s,n.component),c=new Float64Array(
e),f=0;for(let p=0;p<e;p++){for(let m=0;m<s;m++)c[p]+=(t[p*s+m]-h[m])*l[m*s],f=Math.max(f,Math.abs(t[p*s+m]));
c[p]=Math.abs(c[p])}c.sort();let u=(c[Math.floor((e-1)/2)]+c[Math.ceil((e-1)/2)])/2;return Ce*f<u&&u<=Math.sqrt(
Zo*Ce*Math.abs(a[s-1]))}function Jl(n,t,e,s){if(n.kind!=="collapsed")return null;let o=null;return ii(t).forEach(
([i,r],a)=>{let l=Math.max(Math.abs(i),Math.abs(r)),h=r-i<=4*Yl(l),c=r-i<=Zo*Ce*l;!(h||c)||!ei(e,s,t.D,n.component,
a)||(!o||h&&!o.constant)&&(o={feature:a,level:i,constant:h})}),o}function ii({X:n,N:t,D:e}){return Array.from(
{length:e},(s,o)=>{let[i,r]=[n[o],n[o]];for(let a=o;a<t*e;a+=e)i=Math.min(i,n[a]),r=Math.max(r,n[a]);return[i,
r]})}function Yl(n){let t=new DataView(new ArrayBuffer(8));return t.setFloat64(0,n),t.setBigInt64(0,t.getBigInt64(
0)+1n),t.getFloat64(0)-n}var ri="use fewer components (n_components), a larger reg_covar, or another start.",Ql={empty:(n,t)=>`is empty\
: its responsibilities sum to ${t} samples, so it has no mean and no covariance; use fewer components (n_compo\
nents) or another start.`,singular:({iteration:n})=>"has a covariance that is singular up to rounding: it is f\
lat in some direction, as when a component has shrunk onto a point or a line, or is far longer than it is wide"+
(n===void 0?".":`; ${ri}`),rounded:(n,t)=>`cannot be fitted: it is stretched over samples as far apart as ${t}\
, and beside such numbers rounding hides its spread in another direction; rescale X, for instance by taking lo\
garithms, or fit groups of samples one by one.`,"negative eigenvalue":(n,t)=>`has a covariance that is not pos\
itive definite (smallest eigenvalue ${t}): no covariance has a negative one, so check how it was computed.`,collapsed:()=>"\
has collapsed: it has no spread left beyond rounding, as when it sits on a single point or on copies of one; "+
ri,"no density":()=>""};function Ns(n){if(n.kind==="no density")return`sample ${n.sample} is so far from every\
 component that its log-density is not a finite number: rescale X, or start from means nearer to the data.`;let{
component:t,iteration:e}=n,s=e===0?" in the start of EM":` in iteration ${e} of EM`;return`component ${t}${e===
void 0?"":s} ${Xl(n)}`}function Xl(n){let{flatFeature:t,farSample:e}=n;if(t){let{feature:s,level:o,constant:i}=t;
return i?`cannot be fitted: feature ${s} is constant, so no component has a spread in it; remove this column o\
f X.`:`cannot be fitted: feature ${s} is so far from 0, around ${G(o,3)}, that rounding hides its spread; subt\
ract its mean from this column of X.`}if(e){let{sample:s,feature:o,distance:i,usual:r}=e;return`cannot be fitt\
ed: sample ${s} is ${G(i,3)} away from the median of feature ${o}, where samples are usually within ${G(r,3)} \
of it, and beside such numbers rounding hides an ordinary spread; correct or remove this sample, or rescale X,\
 for instance by taking logarithms.`}return Ql[n.kind](n,G(n.value??NaN,3))}var wt=class extends Error{constructor(t){
super(Ns(t)),this.failure=t}},yt=class extends wt{};var ai=Number.EPSILON,Vl=10*ai;function li(n,t,e,s){let{X:o,N:i,D:r}=n;nh(t,e,r);let a=et(z(o,i,r,t,e,s),i,e);
return Number.isFinite(a)||oh(z(o,i,r,t,e,s),i,e),a}function Pt(n,t,e,s,o=new Float64Array(T(e,n.D))){let{N:i,
D:r}=n,a=Zl(t,i,e),l=r===2?eh:th;for(let h=0;h<e;h++){o[h]=a[h]/i,l(n,t,e,h,a[h],o);let c=J(e,r,h);for(let f=0;f<
r;f++,c+=f+1)o[c]+=s}return o}function Zl(n,t,e){let s=new Float64Array(e);for(let i=0;i<t*e;)for(let r=0;r<e;r++)
s[r]+=n[i++];let o=0;for(let i=1;i<e;i++)s[i]<s[o]&&(o=i);if(s[o]<Vl)throw new yt({kind:"empty",component:o,value:s[o]});
return s}function th({X:n,N:t,D:e},s,o,i,r,a){let l=new Float64Array(e);for(let p=0;p<t;p++){let m=s[p*o+i];for(let d=0;d<
e;d++)l[d]+=m*n[p*e+d]}for(let p=0;p<e;p++)l[p]/=r;let h=new Float64Array(e),c=new Float64Array(e),f=new Float64Array(
e*(e+1)/2);for(let p=0;p<t;p++){let m=s[p*o+i];for(let d=0,w=0;d<e;d++){h[d]=n[p*e+d]-l[d];let y=m*h[d];c[d]+=
y;for(let b=0;b<=d;b++)f[w++]+=y*h[b]}}let u=J(o,e,i);for(let p=0,m=0;p<e;p++){c[p]/=r,a[o+i*e+p]=l[p]+c[p];for(let d=0;d<=
p;d++)a[u++]=f[m++]/r-c[p]*c[d]}}function eh({X:n,N:t},e,s,o,i,r){let a=0,l=0;for(let d=0,w=o;d<t;d++,w+=s)a+=
e[w]*n[2*d],l+=e[w]*n[2*d+1];a/=i,l/=i;let[h,c,f,u,p]=[0,0,0,0,0];for(let d=0,w=o;d<t;d++,w+=s){let y=n[2*d]-a,
b=n[2*d+1]-l,x=e[w]*y,M=e[w]*b;h+=x,c+=M,f+=x*y,u+=x*b,p+=M*b}h/=i,c/=i;let m=J(s,2,o);r[s+2*o]=a+h,r[s+2*o+1]=
l+c,r[m]=f/i-h*h,r[m+1]=u/i-h*c,r[m+2]=p/i-c*c}function nh(n,t,e){for(let s=0;s<t;s++){let o=E(n,t,e,s);if(sh(
o,e))continue;let{values:i}=Z(o,e),r=i[0],a=r<-1e-8*Math.abs(i[e-1])?"negative eigenvalue":"singular";throw new yt(
{kind:a,component:s,value:r})}}function sh(n,t){let e=D(n,t);if(!e)return!1;for(let s=0;s<t*t;s+=t+1)if(!(e[s]*
e[s]>10*t*ai*n[s]))return!1;return!0}function oh(n,t,e){for(let s=0;s<t;s++){let o=n.subarray(s*e,(s+1)*e);if(!Number.
isFinite(Math.max(...o)))throw new wt({kind:"no density",component:-1,sample:s})}}var ih=500,rh=1e-6,ah=1e-6,lh=.001,je=64,Ts=new WeakMap;function W(n,t,e,{regCovar:s=ah,tol:o=rh,maxIter:i=ih}={}){
let{N:r,D:a}=n,l=new Float64Array(je*t.length);l.set(t);let h={data:n,options:{regCovar:s,tol:o,maxIter:i},responsibilities:new Float64Array(
r*e),params:l,nll:new Float64Array(je),n:1},c={K:e,D:a,params:l.subarray(0,t.length),nll:h.nll.subarray(0,0),ended:"\
running",last:0,failure:null,message:"",rises:[]};return Ts.set(c,h),c}function C(n,t=1/0){let e=Ts.get(n);if(n.
ended!=="running"||!e)return n;n.nll.length===0&&hi(n,e);do n.ended==="running"&&hh(n,e)&&hi(n,e);while(n.ended===
"running"&&(t===1/0||performance.now()<t));return fh(n,e),n.ended!=="running"&&Ts.delete(n),n}function hi(n,{data:t,options:e,responsibilities:s,params:o,nll:i,n:r}){let a=T(n.K,n.D),l=o.subarray((r-1)*a,
r*a);try{i[r-1]=li(t,l,n.K,s)}catch(c){i[r-1]=NaN,fi(n,t,l,r-1,c);return}n.last=2*r-1;let h=r>1?i[r-1]-i[r-2]:
0;h>lh+1e-9*Math.abs(i[r-2])&&n.rises.push(2*r-2),r>1&&Math.abs(h)<e.tol?n.ended="converged":r>e.maxIter&&(n.ended=
"max_iter"),n.ended!=="running"&&(n.last=Math.max(2*r-2,1))}function hh(n,t){let{data:e,options:s,responsibilities:o,
n:i}=t,r=T(n.K,n.D);ch(t,r);let a=t.params.subarray((i-1)*r,i*r),l=t.params.subarray(i*r,(i+1)*r);try{Pt(e,o,n.
K,s.regCovar,l),a=l;let h=ti(l,n.K,n.D);if(h>=0)throw new yt({kind:"collapsed",component:h})}catch(h){return fi(
n,e,a,i,h),!1}return n.last+=1,t.n+=1,!0}function fi(n,t,e,s,o){if(!(o instanceof wt))throw o;n.ended="failed",
n.last+=1,n.failure=si(o.failure,t,e,n.K,s);let i=Ns(n.failure);n.message=n.failure.kind==="no density"?i:i[0].
toUpperCase()+i.slice(1)}function ch(n,t){n.n<n.nll.length||(n.params=ci(n.params,n.params.length+je*t),n.nll=
ci(n.nll,n.nll.length+je))}function ci(n,t){let e=new Float64Array(t);return e.set(n),e}function fh(n,{params:t,
nll:e,n:s}){n.params=t.subarray(0,s*T(n.K,n.D)),n.nll=e.subarray(0,s)}var uh=1,ph=.1,mh=.001,dh=.01,pi="All components are the same Gaussian: equal components get equal responsibil\
ities, and the M-step makes them equal again.";function mi(n,t,e){let s=le(t,e),o=new Map([...n].map(([a,l])=>[
a,ks(l,t,e,s)])),i=[...n.keys()].filter(a=>[null,"unfinished"].includes(o.get(a)?.status??null)),r=gh(n,i.length?
i:[...n.keys()]);return new Map([...n].map(([a,l])=>{let h=o.get(a);return[a,wh(l,n.get(r),h,t,s.widest)]}))}function gh(n,t){
let e=o=>n.get(o)?.nll.at(-1)??NaN,s=o=>!Number.isNaN(e(o));return t.reduce((o,i)=>s(o)?e(i)<e(o)?i:o:s(i)?i:o,
t[0])}function wh(n,t,{status:e,why:s},o,i){let r=n.nll.at(-1)??NaN,a=r-(t.nll.at(-1)??NaN),l=n.nll.length-1,h=(u,p)=>({
status:u,nll:r,gap:a,nIter:l,sentence:p});if(e==="collapsed"||e==="failed")return h(e,s);if(a>uh){let u=`NLL ${nt(
r,2)}, ${nt(a,2)} above the best run of this K`,p=yh(n,t,o,i);return e?h(e,`${s} ${u}. ${p}`):h("poor",`Poor: ${u}\
. ${p}`)}if(e)return h(e,`${s} NLL ${nt(r,2)}.`);if(di(n,i))return h("poor",`Poor: NLL ${nt(r,2)}, whatever th\
e others are. ${pi}`);let c=a<=ph?"as good as the best":`${nt(a,2)} above the best`,f=n===t?`the best run of K\
 = ${n.K} so far`:c;return h("good",`Good: NLL ${nt(r,2)}, ${f}; converged after ${l} iterations.`)}function ks(n,t,e,s){
if(n.ended==="failed")return{status:n.failure?.kind==="collapsed"?"collapsed":"failed",why:n.message};let o=Fe(
ze(n),n.K,t,e,s);if(o)return{status:"collapsed",why:Re(o)};if(n.ended==="converged")return{status:null,why:""};
let i=n.nll.length-1,r=i>0?Math.abs(n.nll[i]-n.nll[i-1]):0;return{status:"unfinished",why:`Not converged after\
 ${i} iterations: the NLL still changed by ${vs(r,1)} in the last one.`}}function ze({K:n,D:t,params:e}){return e.
subarray(e.length-T(n,t))}function yh(n,t,e,s){if(di(n,s))return pi;let{K:o}=n,i=bh(t,n,e),r=i.map(u=>u.map(p=>p/
Math.max(ui(u),1e-12))),a=Array.from({length:o},(u,p)=>Math.max(ui(i.map(m=>m[p])),1e-12)),h=i.map((u,p)=>gi(o,
m=>u[m]/a[m]>.5&&r[p][m]>dh)).filter(u=>u.length>1),c=new Set(h.flat()),f=h.map(u=>`${xh(u)} share one cluster\
 of the best run`);for(let u=0;u<o;u++){let p=r.filter(m=>m[u]>.5).length;p>1&&!c.has(u)&&f.push(`component ${u}\
 covers ${p} of its clusters`)}return f.length?f.map(u=>`${u[0].toUpperCase()}${u.slice(1)}.`).join(" "):"No c\
omponent matches a single cluster of the best run: the data are partitioned differently."}function bh(n,t,{X:e,
N:s,D:o}){let[i,r]=[n,t].map(l=>{let h=z(e,s,o,ze(l),l.K,new Float64Array(s*l.K));return et(h,s,l.K),h}),a=Array.
from({length:n.K},()=>new Array(t.K).fill(0));for(let l=0;l<s;l++)for(let h=0;h<n.K;h++)for(let c=0;c<t.K;c++)
a[h][c]+=i[l*n.K+h]*r[l*t.K+c];return a}function di(n,t){let{K:e,D:s}=n;return e<2?!1:gi(e-1,o=>{let[i,r]=[$(ze(
n),e,s,o),$(ze(n),e,s,o+1)];return i.some((a,l)=>!(Math.abs(a-r[l])<=mh*t))}).length===0}function xh(n){return`\
components ${n.slice(0,-1).join(", ")} and ${n[n.length-1]}`}function ui(n){return n.reduce((t,e)=>t+e,0)}function gi(n,t){
return Array.from({length:n},(e,s)=>s).filter(t)}var Mh=.1,_h=["collapsed","failed"],Be=class{constructor(t,e,s,o){this.data=t,this.rows=e,this.K=s,this.settings=
o,this.width=T(s,t.D),this.spread=le(t,o.regCovar),this.next=0,this.run=null}get isDone(){return this.next*this.
width>=this.rows.length}work(t){let e=[];for(;!this.isDone;){let{data:s,rows:o,K:i,settings:r,spread:a,width:l,
next:h}=this;this.run??(this.run=W(s,o.slice(h*l,(h+1)*l),i,r));let c=C(this.run,t);if(c.ended!=="running"){let f=ks(
c,s,r.regCovar,a).status??"converged";e.push({status:f,nll:c.nll.at(-1)??NaN}),this.run=null,this.next+=1}if(performance.
now()>=t)break}return e}};function wi(n){let t=new Int16Array(n.length).fill(-1),e=[...n].flatMap((r,a)=>r?[{...r,
i:a,flaw:_h.indexOf(r.status)}]:[]);e.sort((r,a)=>r.flaw-a.flaw||r.nll-a.nll||0);let s=[],[o,i]=[-1,-1/0];for(let{
status:r,nll:a,i:l,flaw:h}of e){h<0&&a-i>Mh&&([o,i]=[o+1,a]);let c=h<0?o:-1,f=s.findIndex(u=>u.status===r&&u.level===
c);f<0&&(f=s.push({status:r,level:c,nll:a,count:0})-1),s[f].count+=1,t[l]=f}return{groups:s,which:t}}var Ah=1,vh=.001,Oh=1-Number.EPSILON/2,yi=1e-9;function xi(n,t,e,s,o){let i=_i(n,t,e,s,o);return i<=Ah?"":`reg\
_covar = ${G(o)} is not small beside the covariances here and costs about ${G(i,3)} nats or more: choose a sma\
ller one, or rescale the data.`}function Mi({K:n,D:t,params:e,nll:s,rises:o},i,r){let a=T(n,t);return o.filter(
l=>{let h=l/2,c=e.subarray(h*a,(h+1)*a),f=_i(c,n,t,i,r,!0);return s[h]-s[h-1]<=f*(1+$e)})}function _i(n,t,e,s,o,i=!1){
let r=bi(Sh(n,t,e),e,o),a=Array.from({length:t},(f,u)=>bi(E(n,t,e,u),e,o));if(!r||!a.every(f=>f))return 0;let l=Math.
max(0,...r.filter(f=>f<1-yi)),h=Math.min(l/(l+vh*(1-l)),1-yi),c=0;return a.forEach((f,u)=>{for(let p of f??[])
i?p=Math.min(p,Oh):p<h||(p=0),c+=n[u]*(-Math.log1p(-p)-p)}),s/2*c}function bi(n,t,e){if(!D(n,t))return null;let{
values:s}=Z(se(n,t),t);return Array.from(s,o=>Math.min(Math.max(e*o,0),1))}function Sh(n,t,e){let s=new Float64Array(
e);for(let i=0;i<t;i++)$(n,t,e,i).forEach((r,a)=>s[a]+=n[i]*r);let o=new Float64Array(e*e);for(let i=0;i<t;i++){
let r=$(n,t,e,i),a=E(n,t,e,i);for(let l=0;l<e;l++)for(let h=0;h<e;h++){let c=(r[l]-s[l])*(r[h]-s[h]);o[l*e+h]+=
n[i]*(c+a[l*e+h])}}return o}var Nh=5e-324;function bt({X:n,N:t,D:e},s,o,i){return et(z(n,t,e,s,o,i),t,o),i}function Ai(n,t,e,s,o){bt(t,e,s,
o);let i=0;for(let r=0;r<t.N*s;r++){let a=n[r];a>0&&(i+=a*(Math.log(a)-Math.log(Math.max(o[r],Nh))))}return Math.
max(i,0)}function _(n){return n===0?"start":n%2?"E":"M"}function $t(n){return Math.ceil(n/2)}var It=class{constructor(t,e,s,o=null){
this.run=t,this.data=e,this.regCovar=s,this.own=o??new Map,this.isOfOwnSteps=!!o,this.K=t.K,this.width=T(this.
K,e.D),this.gaps=new Map,this.kept={index:-1,values:new Float64Array(e.N*this.K)},this.scratch=null,this.verdict=
null}get last(){return this.run.last}get nll(){return this.run.nll}get isRunning(){return this.run.ended==="ru\
nning"}get failed(){return this.run.ended==="failed"?this.last:-1}get judged(){let{run:t,data:e,regCovar:s}=this;
if(this.isRunning)return{flaw:"",ridge:"",ridged:[]};if(!this.verdict){let o=this.rowAt(t.nll.length-1),i=t.ended===
"failed"?null:Fe(o,t.K,e,s),r=t.ended!=="failed"&&t.nll.length>1;this.verdict={flaw:i?Re(i):"",ridge:r?xi(o,t.
K,e.D,e.N,s):"",ridged:Mi(t,e.N,s)}}return this.verdict}effective(t){return t===this.failed?t-1:t}rowAt(t){return this.
run.params.subarray(t*this.width,(t+1)*this.width)}paramsIndex(t){return this.effective(t)>>1}row(t){return this.
rowAt(this.paramsIndex(t))}nllAt(t){return this.nll[this.paramsIndex(t)]}responsibilitiesIndex(t){let e=this.effective(
t);return e===0?-1:e-1>>1}responsibilities(t){let e=this.responsibilitiesIndex(t);return e<0?null:this.own.get(
e)??this._computed(e)}isOwn(t){return this.own.has(this.responsibilitiesIndex(t))}_computed(t){return this.kept.
index!==t&&(bt(this.data,this.rowAt(t),this.K,this.kept.values),this.kept.index=t),this.kept.values}gap(t){let e=this.
effective(t);if(e===0||this.data.isPart)return NaN;if(e%2)return this.isOwn(t)?this._klGap(t):0;let s=e>>1,o=this.
gaps.get(s);if(o!==void 0)return o;let i=this._klGap(t);return this.gaps.set(s,i),i}gapIfKnown(t){let e=this.effective(
t);return e%2||this.own.size?this.gap(t):this.gaps.get(e>>1)??NaN}_klGap(t){this.scratch??(this.scratch=new Float64Array(
this.data.N*this.K));let e=this.responsibilities(t);return Ai(e,this.data,this.row(t),this.K,this.scratch)}rises(t){
return this.run.rises.includes(t)}};var Th=["ellipses","trails","contours","truth"],kh={running:"still running",converged:"converged",max_iter:"no\
t converged",stopped:"stopped",failed:"failed"};function v(n){return Number.isFinite(n)?(Math.abs(n)>=1e6||n!==
0&&Math.abs(n)<.005?n.toExponential(2):n.toFixed(2)).replace("-","−"):"not known"}function We(n){return n.closest(
"[data-voila]")?"reload the page":"run the cell again"}function he(n){let t=_(n);return t==="start"?"Start":`${t}\
-step`}function Es(n){return`the ${_(n)}-step of iteration ${$t(n)}`}function vi(n,t=!0,e=n.last){if(e!==n.last)
return n.failed<0?"":`, fails at ${Es(n.failed)}`;let{ended:s}=n.run;return s==="running"&&!t?", no more of th\
is run was kept":s==="max_iter"&&n.last<2?"":`, ${kh[s]}`}function Oi(n,t){let e=n.nll.filter(Number.isFinite),
s=n.failed<0?"":`; EM fails at ${Es(n.failed)}`;if(!e.length)return`The negative log-likelihood is not known${s}\
.`;let[o,i]=[e[0],e[e.length-1]].map(v),r=e.length-1;return`The negative log-likelihood ${`over ${r} iteration${r===
1?"":"s"}, from ${o} to ${i}`}${s}; marked: ${t}.`}function Si(n,t){return`weights ${Array.from(n.row(t).subarray(
0,n.K),s=>s.toFixed(2)).join(" · ")}`}function ce(n,t){return n.last<2?`NLL ${v(n.nllAt(t))}`:`iteration ${$t(
t)} of ${$t(n.last)}, NLL ${v(n.nllAt(t))}`}function Ni(n,t,e){let s=e&&!n.data.isPart;if(t===n.failed)return n.
run.message;let o=_(t);if(o==="start")return`The starting parameters; no responsibilities have been computed y\
et.${n.failed<0?"":` EM fails at ${Es(n.failed)}: ${n.run.message}`}`;let i=s?n.gap(t):NaN;if(o==="E"){if(n.isOwn(
t))return`Each sample is shared among the components as your e_step says, which is not the posterior.${i>1e-6?
` The bound stays ${v(i)} above the NLL.`:""}`;let f="Each sample is shared among the components as the mixtur\
e in the picture says.";return s?`${f} The bound touches the NLL.`:f}let r=n.nllAt(t)-n.nllAt(t-2),l=n.rises(t)?
`The NLL rises by ${v(r)}: an exact M-step after an exact E-step never does that${Eh(n,t)}.`:`Weights, means a\
nd covariances are fitted to these responsibilities; the NLL ${r<0?`falls by ${v(-r)}`:"stays"}.`,h=t===n.last?
[n.run.message,n.judged.flaw].filter(Boolean).map(f=>` ${f}`).join(""):"",c=s?` These responsibilities are now\
 out of date: the bound is ${v(i)} above the NLL.`:"";return l+c+h}function Eh(n,t){return n.judged.ridged.includes(
t)?` (but reg_covar = ${n.regCovar} moves the M-step off its optimum)`:""}function Ti(n,t,e,s){let i=e===0?"in\
 grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most responsible component",
pie:"as pies of their responsibilities where components share them",none:"in grey"}[s.color],r=Th.filter(a=>s[a]);
return`${t.data.N} samples of the data ${n.data} ${i}, ${t.K} component${t.K>1?"s":""}${r.length?` with ${r.join(
", ")}`:""}. ${he(e)}, ${ce(t,e)}.`}var Lh=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],Ph={light:"#6A3D9A",dark:"\
#C9A6F2"},Ih={light:"#00606B",dark:"#6FD3DF"};function Ft(n){let t=n.trim();if(t.startsWith("#")){let e=t.length===
4?t.replace(/[0-9a-f]/gi,"$&$&"):t;return[1,3,5].map(s=>parseInt(e.slice(s,s+2),16))}return(t.match(/[\d.]+/g)??
[]).slice(0,3).map(Number)}function $h(n){let[t,e,s]=Ft(n);return .299*t+.587*e+.114*s<128}function qe(n,t){let e=getComputedStyle(
n),s=e.backgroundColor,o=$h(s),i=Lh.map(r=>o&&r==="#000000"?"#FFFFFF":r);return{dark:o,paper:s,colors:i,colorBytes:i.
map(Ft),paperBytes:Ft(s),greyBytes:Ft(o?"#9A9A9A":"#767676"),ink:e.color,soft:o?"#B5B5B5":"#595959",line:o?"#4\
A4A4A":"#D5D5D5",alarm:o?"#FF9E80":"#A61B00",E:Ph[o?"dark":"light"],M:Ih[o?"dark":"light"],family:e.fontFamily,
size:parseFloat(e.fontSize),scale:t}}var xt=n=>(t,e,s,o)=>{n.forEach(([i,r],a)=>t[a?"lineTo":"moveTo"](e+i*o,s+
r*o)),t.closePath()},ki=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],[-.34,1],[-.34,.34],
[-1,.34],[-1,-.34],[-.34,-.34]],Fh=ki.map(([n,t])=>[(n-t)*.75,(n+t)*.75]),Rh=Array.from({length:10},(n,t)=>{let e=t%
2?.5:1.15;return[e*Math.sin(t*Math.PI/5),-e*Math.cos(t*Math.PI/5)]}),U=[(n,t,e,s)=>n.arc(t,e,.9*s,0,2*Math.PI),
xt([[0,-1],[.95,.75],[-.95,.75]]),xt([[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),xt([[0,-1.1],[1.1,0],[0,1.1],[-1.1,
0]]),xt([[0,1],[.95,-.75],[-.95,-.75]]),xt(ki),xt(Fh),xt(Rh)];var Ch={light:["#c7def4","#fbdba6","#f2b3a1","#dcc2ec","#d2c4ae","#dedede","#c4c4c4"],dark:["#163f66","#5a4413",
"#6b2c1c","#4a2d63","#46402f","#34363a","#4a4c50"]},ht=5,jh={"":()=>!1,dots:(n,t)=>n%4<1&&t%4<1,stripes:(n,t)=>(n+
t)%8<2,grid:(n,t)=>n<1||t<1},zh=[...["","dots"].flatMap(n=>Array.from({length:ht},(t,e)=>({color:e,mark:n}))),
{color:ht,mark:"stripes"},{color:ht+1,mark:"grid"}];function Ge({status:n,level:t}){return n==="failed"||n==="\
collapsed"?2*ht+(n==="failed"?1:0):Math.min(t,ht-1)+(n==="unfinished"?ht:0)}var Rt=8;function Li(n,t){let e=Ch[n.
dark?"dark":"light"];return zh.map(({color:s,mark:o})=>Bh(Ft(e[s]),n,t,jh[o]))}function Bh(n,t,e,s){let[o,i]=[
n,t.greyBytes].map(([a,l,h])=>(-16777216|h<<16|l<<8|a)>>>0),r=Rt/e;return Uint32Array.from({length:e*e},(a,l)=>s(
l%e*r,Math.floor(l/e)*r)?i:o)}var Ke=class{constructor(){this.of=[],this.words=new Uint32Array(0)}paint(...t){
let[{words:e},...s]=t;if(s.every((o,i)=>o===this.of[i])){e.set(this.words);return}Wh(...t),this.words=e.slice(),
this.of=s}};function Wh({words:n,width:t,height:e},{box:s,x:o,y:i},{nx:r,ny:a,xs:l,ys:h},c,f){let u=Math.max(Math.
round(Rt*f.scale),1),p=Li(f,u),m=Ei(t,r,b=>(o.back(b+.5)-l[0])/(l[1]-l[0])),d=Ei(e,a,b=>a===1?0:(i.back(b+.5)-
h[0])/(h[1]-h[0])),w=Math.min(Math.floor(s.left+s.width),t),y=Math.min(Math.floor(s.top+s.height),e);for(let b=Math.
ceil(s.top);b<y;b++)if(!(d[b]<0))for(let x=Math.ceil(s.left);x<w;x++){let M=m[x]<0?-1:c[d[b]*r+m[x]];M>=0&&(n[b*
t+x]=p[M][b%u*u+x%u])}}function Ei(n,t,e){return Int32Array.from({length:n},(s,o)=>{let i=Math.floor(t*e(o));return i>=
0&&i<t?i:-1})}function Pi(n,t,e){let s=n.getContext("2d"),{width:o,height:i}=n,r=s.createImageData(o,i),a=Li(e,
Rt)[t];new Uint32Array(r.data.buffer).forEach((l,h,c)=>{c[h]=a[Math.floor(h/o)%Rt*Rt+h%o%Rt]}),s.putImageData(
r,0,0)}function Ii(n,t,{nx:e,ny:s,xs:o,ys:i},r,a){let[l,h]=[r%e,Math.floor(r/e)],c=u=>t.x.to(o[0]+u/e*(o[1]-o[0])),
f=u=>s===1?t.box.top+(1-u)*t.box.height:t.y.to(i[0]+u/s*(i[1]-i[0]));for(let[u,p]of[[a.paper,5],[a.ink,2]])n.strokeStyle=
u,n.lineWidth=p*a.scale,n.strokeRect(c(l),f(h+1),c(l+1)-c(l),f(h)-f(h+1))}var qh={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},$i={collapsed:"a component collapses",
failed:"EM fails"};function Fi(n,t){if(!n)return"not computed yet.";let{status:e,nll:s}=n;if(e==="collapsed"||
e==="failed")return`${$i[e]}.`;if(e==="unfinished")return`EM has not converged when it stops, at NLL ${v(s)}.`;
let o=s-t>.1?`${v(s-t)} above the best`:"the best";return`EM ends at NLL ${v(s)}, ${o} of this map.`}var Ue=class{constructor({
onopen:t,onchoose:e,onwalk:s,onleave:o,onstart:i,hasOwnSteps:r}){this.which=B("mean of component",[],l=>e(Number(
l))),this.legend=g("p",{class:"emx-legend"}),this.swatches=new Map,this.progress=g("span",{}),this.sentence=g(
"p",{class:"emx-sentence",role:"status"});let a=g("button",{type:"button",title:"arrow keys move on the map, E\
nter starts there",onfocus:()=>s(0,0),onblur:o,onclick:l=>l.detail===0&&i(),onkeydown:l=>{let h=qh[l.key];h&&(l.
preventDefault(),l.stopPropagation(),s(...h))}},"Walk by arrow keys, Enter starts");this.element=g("details",{
class:"emx-own emx-map",ontoggle:()=>t(this.element.open)},g("summary",{},"Where may a mean start?"),g("p",{},
"Each place of the picture has the colour of the end that EM reaches if this mean starts there, and all else s\
tarts as it does now. A click starts there.",r?" These are the ends of the right E- and M-step.":""),g("div",{
class:"emx-bar"},this.which.element,a),this.legend,this.sentence)}showChoice(t,e){this.which.select.options.length!==
t&&this.which.show(Array.from({length:t},(s,o)=>String(o))),this.which.choose(e)}showGroups(t,e,s){let o=t.reduce(
(r,{count:a})=>r+a,0);this.progress.textContent=o<e?`${o} of ${e} places`:"";let i=new Map;for(let r of t){let a=Ge(
r),l=i.get(a);i.set(a,{...r,...l,count:(l?.count??0)+r.count})}this.legend.replaceChildren(...[...i].map(([r,a])=>g(
"span",{},this._swatch(r,s),` ${Kh(a)} (${Gh(a.count/o)})`)),this.progress)}_swatch(t,e){let s=`${t} ${e.dark}`,
o=this.swatches.get(s);return o||(o=g("canvas",{width:24,height:16,"aria-hidden":"true"}),Pi(o,t,e),this.swatches.
set(s,o)),o}say(t){this.sentence.textContent=t}};function Kh({status:n,level:t,nll:e}){if(n==="collapsed"||n===
"failed")return $i[n];let s=t===0?", the best here":t>=ht-1?" and more":"";return`NLL ${v(e)}${s}${n==="unfini\
shed"?", not converged":""}`}function Gh(n){return n<.01?"<1%":`${Math.round(100*n)}%`}function Ri(n,t,e){let s=null,o=r=>{let a=t(it(n,r)[0]);return a===null?!1:(e(a),!0)};n.addEventListener("poin\
terdown",r=>{r.button!==0||!r.isPrimary||!o(r)||(s=r.pointerId,n.setPointerCapture(s))}),n.addEventListener("p\
ointermove",r=>r.pointerId===s&&o(r));let i=()=>s=null;n.addEventListener("pointerup",i),n.addEventListener("p\
ointercancel",i)}function it(n,t){let e=n.getBoundingClientRect(),s=n.width/e.width;return[(t.clientX-e.left)*
s,(t.clientY-e.top)*s]}function ct(n,t,e,s){let o=Float64Array.from(n),{D:i,origin:r,axes:a,shown:l}=s.plane,h=tt(n.length,i)+t*i;for(let c=0;c<
l;c++){let f=0;for(let u=0;u<i;u++)f+=(n[h+u]-r[u])*a[u*l+c];for(let u=0;u<i;u++)o[h+u]+=(e[c]-f)*a[u*l+c]}return o}var Ci=40,Uh=100,Hh=160,He=class{constructor(t,e,s){this.app=e,this.isOpen=!1,this.k=0,this.cell=-1,this.map=null,
this.seen=null,this.layer=new Ke,this.shownAt=0,this.panel=new Ue({onopen:o=>this._open(o),onchoose:o=>{this.k=
o,e.screen.redraw()},onwalk:(o,i)=>this._walk(o,i),onleave:()=>this._look(-1),onstart:()=>this._start(),hasOwnSteps:s}),
t.addEventListener("pointermove",o=>this.map&&this._look(this._cellAt(t,o))),t.addEventListener("pointerleave",
()=>this._look(-1)),t.addEventListener("click",o=>{!this.map||e.drag.hasGrabbed||e.layout.own.isAdding||(this.
_look(this._cellAt(t,o)),this._start())})}_open(t){this.isOpen=t,t||this._end(),this.app.screen.redraw()}_end(){
this.map&&this.app.showing.runs.stopFindingEnds(),this.map=this.seen=null,this.cell=-1}_key(){let{trace:t,dragged:e,
data:s,choice:o}=this.app.scene,i=(e??t)?.row(0);if(!i||!t||!s)return"";let r=Array.from(ct(i,this.k,[0,0],s),
a=>a.toPrecision(9));return JSON.stringify([ee(o),s.N,t.K,o.reg_covar,this.k,r])}under(t,e,s){let{trace:o,dragged:i,
choice:r}=this.app.scene;if(!this.isOpen||!o||o.K!==r.n_components)return;this.k>=o.K&&(this.k=0),this.panel.showChoice(
o.K,this.k);let a=this._key();if(a!==this.map?.key){if(i)return;this._ask(a,e)}let{map:l}=this;if(l){if(!this.
seen){let{groups:h,which:c}=wi(l.ends),f=Do(l.grid,c.map(u=>u<0?-1:Ge(h[u])));this.seen={classes:f,best:h[0]?.
nll??NaN},this.panel.showGroups(h,l.order.length,s),this._say()}this.layer.paint(t,e,l.grid,this.seen.classes,
s)}}_ask(t,{x:e,y:s,flat:o}){let{trace:i,data:r}=this.app.scene;if(!i||!r)return;let a={nx:o?Hh:Ci,ny:o?1:Ci,xs:[
e.low,e.high],ys:o?[0,0]:[s.low,s.high]},l=Ho(a),h=i.row(0),c=new Float64Array(l.length*h.length);l.forEach((f,u)=>{
c.set(ct(h,this.k,Ie(a,f),r),u*h.length)}),this.map={key:t,grid:a,order:l,ends:new Array(l.length).fill(void 0),
known:0},this.seen=null,this.app.showing.runs.findEnds({key:t,data:r,K:i.K,rows:c,regCovar:i.regCovar})}hear({
key:t,ends:e}){let{map:s}=this;if(t!==s?.key)return;for(let i of e)s.ends[s.order[s.known++]]=i;let o=performance.
now();s.known<s.order.length&&o-this.shownAt<Uh||(this.shownAt=o,this.seen=null,this.app.screen.redraw())}over(t,e,s){
this.map&&this.cell>=0&&Ii(t,e,this.map.grid,this.cell,s)}_cellAt(t,e){let{x:s,y:o}=this.app.screen.plane.framed,
[i,r]=it(t,e);return this.map?Jo(this.map.grid,[s.back(i),o.back(r)]):-1}_walk(t,e){let{map:s}=this;if(!s)return;
let{nx:o,ny:i}=s.grid,r=this.cell<0?Math.floor(i/2)*o+Math.floor(o/2):this.cell,a=(l,h)=>Math.min(Math.max(l,0),
h-1);this._look(a(Math.floor(r/o)+e,i)*o+a(r%o+t,o))}_look(t){t!==this.cell&&(this.cell=t,this._say(),this.app.
screen.redraw())}_say(){let{map:t,cell:e,seen:s}=this,{data:o}=this.app.scene;if(!t||e<0||!o){this.panel.say("");
return}let r=Ie(t.grid,e).slice(0,o.labels.length).map((a,l)=>`${o.labels[l]} = ${v(a)}`).join(", ");this.panel.
say(`Mean ${this.k} at ${r}: ${Fi(t.ends[e],s?.best??NaN)}`)}_start(){let{map:t,cell:e}=this,{trace:s,data:o,canRun:i}=this.
app.scene;!t||e<0||!s||!o||!i||this.app.startFrom(ct(s.row(0),this.k,Ie(t.grid,e),o))}};var ji="identity",Ls="random points",Dh="The seed changes nothing here: EM starts from your own start.",Jh=10;
function zi({X:n,N:t,D:e}){let s=n.reduce((i,r)=>Math.max(i,Math.abs(r)),0)||1,o=n.reduce((i,r)=>i+(r/s)**2,0);
return s*Math.sqrt(o/(t*e))>Jh}function Ps(n,t){return t.start===S&&ne(n)===ne(t)&&n.seed!==t.seed?Dh:""}function Bi({
start:n,own_start:t,n_components:e},s,o){if(n===S&&t.length!==T(e,s.D)){let i=o===ji&&zi(s)?Ls:o;return{start:i,
remark:`Your own start is for other features: EM starts from ${i} again.`}}if(n===ji&&zi(s)){let i=`These data\
 lie far from 0, where the start "identity" puts its means: EM starts from ${Ls}.`;return{start:Ls,remark:i}}return{
start:n,remark:""}}var Yh={f8:Float64Array,f4:Float32Array,i4:Int32Array,i1:Int8Array};function fe(n){let t=new Uint8Array(n.byteLength);
t.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength));let e=new DataView(t.buffer).getUint32(0,!0),s=JSON.
parse(new TextDecoder().decode(t.subarray(4,4+e))),o={};for(let[i,r]of Object.entries(s.arrays)){let{dtype:a,shape:l,
offset:h}=r,c=l.reduce((f,u)=>f*u,1);o[i]=new Yh[a](t.buffer,4+e+h,c)}return{words:s.words,arrays:o}}function Wi(n){
let t=atob(n),e=new Uint8Array(t.length);for(let s=0;s<t.length;s++)e[s]=t.charCodeAt(s);return e}var Qh=40,qi=8e3,Ct="That run of your functions was not kept, and Python no longer holds this explorer.",De=class{constructor(t,e){
this.datasets=t,this.send=e,this.answers=new Map,this.asked=null,this.next=null,this.client=Math.random().toString(
36).slice(2),this.requests=0,this.listeners=new Set}of(t){return this.answers.get(I(t))}take(t,e){let{words:s,
arrays:o}=fe(e),i=I(t);this.answers.delete(i),this.answers.set(i,s.problem?s:{trace:Xh(s.run,o,this.datasets.of(
t),t)}),this.answers.size>Qh&&this.answers.delete(this.answers.keys().next().value)}takeKept(t){let{words:e}=fe(
t);return this.take(e.config,t),e.config}ask(t){let e=I(t);if(this.asked&&performance.now()-this.asked.at<qi){
this.next=this.asked?.key===e?null:{key:e,choice:t},this.next&&setTimeout(()=>this._askNext(),qi);return}this.
_ask(e,t)}_ask(t,e){this.next=null;let s=++this.requests;this.asked={key:t,choice:e,request:s,at:performance.now()};
try{this.send?.({client:this.client,request:s,what:"run",config:e})}catch{this.asked=null}}_askNext(){this.next&&
this._ask(this.next.key,this.next.choice)}hear({client:t,request:e},s){let{asked:o}=this;if(!(!o||t!==this.client||
e!==o.request)){this.asked=null,this.take(o.choice,s[0]),this._askNext();for(let i of this.listeners)i(o.choice)}}};
function Xh(n,t,e,s){let o=n.n_components,i=new Map,r=e.N*o;for(let[l,h]of n.own.entries())i.set(h,t.own.subarray(
l*r,(l+1)*r));let a={...n,K:o,D:e.D,failure:null,params:t.params,nll:t.nll};if(a.params.length!==a.nll.length*
T(o,e.D))throw new Error("That run is of other data.");return new It(a,e,s.reg_covar,i)}var Je=class{constructor(t,e){this.app=t,this.startBefore=e.find(s=>s!==S)}choose(t){let{scene:e,layout:s,showing:o}=this.
app,i=e.choice,r={...i,...t},a="";if(r.n_components!==i.n_components&&r.start===S&&!t.own_start&&(r.start=this.
startBefore,a=`Your own start has another K: EM starts from ${r.start} again.`),t.data===A&&!t.own_points&&s.own.
fit(r),t.data&&t.data!==A&&s.own.leave(),t.data&&(a=this._fitStart(r)||a),a||(a=Ps(i,r)),!o.has(r)){s.showChoice(
i),this.app.say(Ct);return}r.start!==S&&(this.startBefore=r.start),e.choice=r,o.load(a),this.app.onchoice(r)}_fitStart(t){
let e=t.data===A&&!t.own_points.length,{datasets:s}=this.app.showing.runs;if(e||!(t.data===A||s.named.has(t.data)))
return"";let{start:o,remark:i}=Bi(t,s.of(t),this.startBefore);return t.start=o,i}takePoints(t,e){let{scene:s,layout:o,
showing:i}=this.app;i.runs.datasets.describe(t,e);let r=Math.min(s.choice.n_components,t.length);o.own.leave(),
this.choose({data:A,own_points:t,n_components:r})}adopt(t){let{scene:e,showing:s}=this.app,o=e.choice;JSON.stringify(
t)!==JSON.stringify(o)&&(e.choice=t,s.load(Ps(o,t)))}};function F(n,t,e,s){let{D:o,origin:i,axes:r,shown:a}=e,l=$(n,t,o,s),h=E(n,t,o,s),c=[0,0],f=[0,0,0];for(let u=0;u<
o;u++){for(let p=0;p<a;p++)c[p]+=(l[u]-i[u])*r[u*a+p];for(let p=0;p<o;p++){let m=h[u*o+p],d=r[u*a],w=a>1?r[u*a+
1]:0;f[0]+=d*m*r[p*a],a>1&&(f[1]+=d*m*r[p*a+1],f[2]+=w*m*r[p*a+1])}}return{weight:n[s],place:c,spread:f}}function jt([
n,t,e]){let s=(n+e)/2,o=Math.hypot((n-e)/2,t);return{long:Math.sqrt(Math.max(s+o,0)),short:Math.sqrt(Math.max(
s-o,0)),angle:.5*Math.atan2(2*t,n-e)}}function Ki(n,t,e){let s=0;for(let{weight:o,place:i,spread:r}of n){let[a,
l,h]=r,c=a*h-l*l;if(!(c>0))continue;let f=t-i[0],u=e-i[1],p=(h*f*f-2*l*f*u+a*u*u)/c;s+=o*Math.exp(-.5*p)/(2*Math.
PI*Math.sqrt(c))}return s}function Is({weight:n,place:t,spread:e},s){let o=(s-t[0])**2/e[0];return n*Math.exp(
-.5*o)/Math.sqrt(2*Math.PI*e[0])}function ue(n,t){let e=n/Math.max(t,1),s=10**Math.floor(Math.log10(e));return[1,2,5,10].map(o=>o*s).find(o=>o>=
e)??10*s}function Gi(n,t,e){let s=ue(t-n,e),o=Math.max(Math.abs(n),Math.abs(t))/s>=Number.MAX_SAFE_INTEGER;if(!(t>
n)||o)return[n];let i=[];for(let r=Math.ceil(n/s-1e-9);r*s<=t+1e-9*s;r++)i.push(r*s||0);return i}function Ui(n,t,e=Math.
abs(n)){Math.abs(n)<1e-9*t&&(n=0);let s=-Math.floor(Math.log10(t)+1e-9),o=Math.floor(Math.log10(Math.abs(n)||1)+
1e-9),i=e<1e6&&s<=5;return!i&&n===0?"0":(i?n.toFixed(Math.max(0,s)):n.toExponential(Math.min(Math.max(o+s,0),12))).
replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function Hi(n){let[t,e]=[n[0],n[n.length-1]];if(!(e>t)||t<=0&&e>=
0)return 0;let[s,o]=[Math.abs(t),Math.abs(e)].sort((c,f)=>c-f),i=(c,f)=>Math.floor(c/10**f),r=(c,f)=>{let u=c;
for(;!f(u);)u--;return u+1},a=Math.ceil(Math.log10(o)),l=r(a,c=>i(s,c)!==i(o,c));(o-s)/10**l<=.01&&(l=r(a,c=>i(
o,c)-i(s,c)>1));let h=i(o,l);return h>=1e3?Math.sign(t)*Number((h*10**l).toPrecision(15)):0}function Ye(n){return(Math.
abs(n)>=1e6||n!==0&&Math.abs(n)<.001?n.toExponential().replace("e+","e"):String(n)).replaceAll("-","−")}function zt(n,t,e){
let s=1/0,o=-1/0;for(let i=e;i<n.length;i+=t)s=Math.min(s,n[i]),o=Math.max(o,n[i]);return[s,o]}function st([n,
t],[e,s]){let o=(s-e)/(t-n||1);return{low:n,high:t,to:i=>e+(i-n)*o,back:i=>n+(i-e)/o}}function $s([n,t]){return t-
n>1e-12*Math.max(Math.abs(n),Math.abs(t))?t-n:0}function Di(n){return Math.max(1,...n.flat().map(t=>1e3*1e-12*
Math.abs(t)))}function Vh(n,t=.08){let e=t*($s(n)||Di([n]));return[n[0]-e,n[1]+e]}function Qe(n,t,e,s=.08){let o=[
$s(n),$s(t)],[i,r]=[...o].sort((p,m)=>p-m),a=!(i>0&&i<.25*r),l=r||Di([n,t]),h=[e.width,e.height],c=h.map((p,m)=>p/
(o[m]+2*s*(a?l:o[m])));a&&(c=c.fill(Math.min(...c)));let[f,u]=[n,t].map(([p,m],d)=>{let w=h[d]/c[d]/2;return[p+
(m-p)/2-w,p+(m-p)/2+w]});return{equal:a,units:c,x:st(f,[e.left,e.left+e.width]),y:st(u,[e.top+e.height,e.top])}}
function Ji(n,t,e,s){let o=[];for(let i=0;i<e-1;i++)for(let r=0;r<t-1;r++){let a=i*t+r,l=[n[a],n[a+1],n[a+t+1],
n[a+t]],h=[];for(let c=0;c<4;c++){let f=l[c]-s,u=l[(c+1)%4]-s;if(f<0==u<0)continue;let p=f/(f-u);h.push([[r+p,
i],[r+1,i+p],[r+1-p,i+1],[r,i+1-p]][c])}for(let c=0;c+1<h.length;c+=2)o.push([...h[c],...h[c+1]])}return o}function Yi(n,t){
let e=Vh(n),s=8/(Math.sqrt(2*Math.PI)*(e[1]-e[0])),o=t.top+t.height*(1-.2);return{x:st(e,[t.left,t.left+t.width]),
y:st([0,s],[o,t.top]),units:[1,1],equal:!0}}var Zh=.1,tc=[.75,.25];function Qi(n,t,e,s){let{clientWidth:o,clientHeight:i}=n,r=window.devicePixelRatio||1;n.
width=Math.round(o*r),n.height=Math.round(i*r);let a=n.getContext("2d");if(!a||!n.width)return;let l=qe(n,r),h={
left:0,top:0,width:n.width,height:n.height},c=s.plane.shown===1,f=c?[0,0]:zt(s.places,2,1),{x:u,y:p,units:m}=Qe(
zt(s.places,2,0),f,h,Zh);a.lineWidth=1.6*r;for(let d=0;d<e;d++){let{place:w,spread:y}=F(t,e,s.plane,d);if(a.strokeStyle=
l.colors[d%l.colors.length],a.beginPath(),c){let b=2*Math.sqrt(y[0]),x=n.height*tc[d%2];a.moveTo(u.to(w[0]-b),
x),a.lineTo(u.to(w[0]+b),x)}else{let[b,x]=m,{long:M,short:O,angle:N}=jt([y[0]*b*b,y[1]*b*x,y[2]*x*x]);if(!Number.
isFinite(M+w[0]+w[1]))continue;a.ellipse(u.to(w[0]),p.to(w[1]),2*M,2*O,-N,0,2*Math.PI)}a.stroke()}}var Fs={bic:"BIC",heldOut:"held-out NLL"},Rs="BIC is 2 NLL + p log N of the best run of each K, with p free pa\
rameters. For the held-out NLL, EM goes on from that run with every second sample only; its NLL is that of the\
 other half. The lowest is bold.",Xe=class{constructor(t){this.values={bic:new Map,heldOut:new Map},this.cells=
new Map;for(let e of this.names)for(let s of t)this.cells.set(`${e} ${s}`,g("td",{class:"emx-criterion"}));this.
heads=this.names.map(e=>g("th",{scope:"col",title:Rs},Fs[e])),this.sentence=g("p",{class:"emx-selection"},Rs)}get names(){
return Object.keys(Fs)}cellsOf(t){return this.names.map(e=>this.cells.get(`${e} ${t}`))}clear(){for(let t of this.
names)this.values[t].clear();this._show()}show(t,e){for(let s of this.names)this.values[s].set(t,e[s]);this._show()}_show(){
for(let s of this.cells.values())s.textContent="",delete s.dataset.lowest;let t=[];for(let s of this.names){let o=ec(
this.values[s]);for(let[i,r]of this.values[s]){let a=this.cells.get(`${s} ${i}`);a&&(a.textContent=Number.isFinite(
r)?r.toFixed(1).replace("-","−"):"–",i===o&&(a.dataset.lowest="",t.push(`the ${Fs[s]} at K = ${i}`)))}}let e=t.
length?` Lowest so far: ${t.join(", ")}.`:"";this.sentence.textContent=Rs+e}};function ec(n){let t=[...n].filter(
([,e])=>Number.isFinite(e));return t.length?t.reduce((e,s)=>s[1]<e[1]?s:e)[0]:null}var Xi=[.1,1,10,100],Cs={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},js={good:"good",poor:"\
poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function Vi({status:n,gap:t}){if(n==="\
collapsed"||n==="failed"||Number.isNaN(t))return"none";let e=Xi.findIndex(s=>t<=s);return e<0?Xi.length:e}function Zi(){
let n=(e,s)=>g("span",{},g("i",{"data-level":e,"aria-hidden":"true"}),s),t=e=>g("span",{},g("b",{"aria-hidden":"\
true"},Cs[e]),` ${js[e]}`);return g("p",{class:"emx-legend"},"Final NLL above the best of this K: ",n(0,"< 0.1"),
n(1,"< 1"),n(2,"< 10"),n(3,"< 100"),n(4,"≥ 100"),...["poor","collapsed","unfinished","failed"].map(t))}var tr="Choose a cell to see the end of its run.",Ve=class{constructor(t,e,s,o){this.onpick=s,this.draw=o,this.
selection=new Xe(t),this.thumbnail=g("canvas",{class:"emx-thumbnail","aria-hidden":"true"}),this.ends=new Map,
this.why="",this.cells=new Map,this.sentences=new Map,this.chosen="",this.picked="";let i=g("tr",{},g("th",{scope:"\
col"},"K \\ seed"),...e.map(a=>g("th",{scope:"col"},String(a))),...this.selection.heads),r=t.map(a=>g("tr",{},
g("th",{scope:"row"},String(a)),...e.map(l=>g("td",{},this._cell(a,l))),...this.selection.cellsOf(a)));this.table=
g("table",{onkeydown:a=>this._walk(a,t,e)},g("thead",{},i),g("tbody",{},...r)),this.sentence=g("p",{class:"emx\
-sentence",role:"status"},tr),this.element=g("div",{class:"emx-atlas"},g("div",{class:"emx-scroll"},this.table),
g("div",{class:"emx-told"},this.thumbnail,this.sentence),Zi(),this.selection.sentence)}_cell(t,e){let s=`${t} ${e}`,
o=`K = ${t}, seed ${e}: not computed yet.`,i=()=>this._say(s,this.why||o),r=g("button",{type:"button",tabindex:"\
-1","aria-label":`K ${t}, seed ${e}`,onclick:()=>this._pick(t,e),onfocus:i,onmouseenter:i,onmouseleave:()=>this.
_say(this.chosen)});return this.cells.set(s,r),r}_pick(t,e){this.picked=`${t} ${e}`,this.onpick(t,e)}clear(t=""){
this.sentences.clear(),this.ends.clear(),this.selection.clear(),this.why=t,this.thumbnail.hidden=!0,this.sentence.
textContent=t||tr;for(let e of this.cells.values())e.textContent="",delete e.dataset.level}showRow(t,e,s){for(let[
o,i]of e){let r=`${t} ${o}`,a=this.cells.get(r);if(!a)continue;let{status:l,nll:h,sentence:c}=i;a.dataset.level=
String(Vi(i)),a.textContent=Cs[l],a.setAttribute("aria-label",`K ${t}, seed ${o}: ${js[l]}, NLL ${v(h)}`),this.
ends.set(r,s.get(o)??new Float64Array),this.sentences.set(r,`K = ${t}, seed ${o}. ${c}`)}this.chosen.startsWith(
`${t} `)&&this._say(this.chosen)}choose(t,e){this.cells.get(this.chosen)?.removeAttribute("aria-current"),this.
cells.get(this.chosen)?.setAttribute("tabindex","-1"),this.chosen=`${t} ${e}`;let s=this.cells.get(this.chosen);
s?.setAttribute("aria-current","true"),s?.setAttribute("tabindex","0"),this._say(this.chosen)}_say(t,e=this.sentence.
textContent??""){let s=this.ends.get(t),o=t===this.picked&&t===this.chosen?" The pictures have gone to its end\
.":"",i=this.sentences.get(t);this.sentence.textContent=i?i+o:e,this.thumbnail.hidden=!s,s&&this.draw(this.thumbnail,
s,Number(t.split(" ")[0]))}_walk(t,e,s){let i={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]}[t.
key],r=[...this.cells].find(([,c])=>c===t.target);if(!i||!r)return;t.preventDefault(),t.stopPropagation();let[
a,l]=r[0].split(" ").map(Number),h=`${er(e,a,i[0])} ${er(s,l,i[1])}`;r[1].setAttribute("tabindex","-1"),this.cells.
get(h)?.setAttribute("tabindex","0"),this.cells.get(h)?.focus()}};function er(n,t,e){return n[Math.min(Math.max(
n.indexOf(t)+e,0),n.length-1)]}var nr=2*Math.PI,P=n=>String(Number(n.toFixed(2))),Ze=(...n)=>n.every(Number.isFinite),tn=class{constructor(){
this.path=""}beginPath(){this.path=""}moveTo(t,e){Ze(t,e)&&(this.path+=`M${P(t)} ${P(e)}`)}lineTo(t,e){Ze(t,e)&&
(this.path+=`${this.path?"L":"M"}${P(t)} ${P(e)}`)}closePath(){this.path+="Z"}rect(t,e,s,o){Ze(t,e,s,o)&&(this.
path+=`M${P(t)} ${P(e)}h${P(s)}v${P(o)}h${P(-s)}Z`)}arc(t,e,s,o,i){this.ellipse(t,e,s,s,0,o,i)}ellipse(t,e,s,o,i,r,a){
let[l,h]=[Math.cos(i),Math.sin(i)],c=m=>{let[d,w]=[s*Math.cos(m),o*Math.sin(m)];return[t+d*l-w*h,e+d*h+w*l]};if(!Ze(
t,e,s,o,i,r,a))return;let f=a-r>=nr-1e-9;f?this.moveTo(...c(r)):this.lineTo(...c(r));let u=`${P(s)} ${P(o)} ${P(
i*180/Math.PI)}`,p=f?[r+Math.PI,r+nr]:[a];for(let m of p){let d=!f&&a-r>Math.PI?1:0;this.path+=`A${u} ${d} 1 ${c(
m).map(P).join(" ")}`}f&&this.closePath()}};var nc={top:.8,middle:.35,bottom:-.2,alphabetic:0},sc={left:"start",start:"start",center:"middle",right:"end",
end:"end"},ir=n=>n.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot\
;"),sr=n=>Object.entries(n).map(([t,e])=>` ${t}="${ir(typeof e=="number"?P(e):e)}"`).join("");function or(){return{
fillStyle:"#000",strokeStyle:"#000",lineWidth:1,lineJoin:"miter",lineCap:"butt",globalAlpha:1,font:"10px sans-\
serif",textAlign:"start",textBaseline:"alphabetic",dash:[],groups:0}}var en=class extends tn{constructor(t,e,s,o=()=>""){
super(),Object.assign(this,or()),this.name=t,this.measure=e,this.canvas=s,this.encode=o,this.parts=[],this.clips=
0,this.saved=[]}get text(){let t=this.saved.reduce((e,{groups:s})=>e+s,this._state.groups);return this.parts.join(
`
`)+"</g>".repeat(t)}get _state(){return this}save(){let t=Object.keys(or()),e=Object.fromEntries(t.map(s=>[s,this[s]]));
this.saved.push(e),this._state.groups=0}restore(){let t=this.saved.pop();t&&(this.parts.push("</g>".repeat(this.
_state.groups)),Object.assign(this,t))}_group(t){this.parts.push(`<g${sr(t)}>`),this._state.groups+=1}translate(t,e){
this._group({transform:`translate(${P(t)} ${P(e)})`})}rotate(t){this._group({transform:`rotate(${P(t*180/Math.
PI)})`})}clip(){let t=`${this.name}-${this.clips++}`;this.parts.push(`<clipPath id="${t}"><path d="${this.path}\
"/></clipPath>`),this._group({"clip-path":`url(#${t})`})}stroke(){this._path({fill:"none",...this._pen()})}fill(){
this._path({fill:this._state.fillStyle})}fillRect(t,e,s,o){this._element("rect",{x:t,y:e,width:s,height:o,fill:this.
_state.fillStyle})}strokeRect(t,e,s,o){this._element("rect",{x:t,y:e,width:s,height:o,fill:"none",...this._pen()})}fillText(t,e,s){
this._text(t,e,s,{fill:this._state.fillStyle})}strokeText(t,e,s){this._text(t,e,s,{fill:"none",...this._pen()})}measureText(t){
return this.measure(t,this._state.font)}setLineDash(t){this._state.dash=t}createImageData(t,e){return{width:t,
height:e,data:new Uint8ClampedArray(4*t*e)}}putImageData(t){let{width:e,height:s}=t;this._element("image",{x:0,
y:0,width:e,height:s,href:this.encode(t)})}_pen(){let{strokeStyle:t,lineWidth:e,lineJoin:s,lineCap:o,dash:i}=this.
_state;return{stroke:t,"stroke-width":e,...s==="miter"?{}:{"stroke-linejoin":s},...o==="butt"?{}:{"stroke-line\
cap":o},...i.length?{"stroke-dasharray":i.map(P).join(" ")}:{}}}_path(t){this.path&&this._element("path",{d:this.
path,...t})}_text(t,e,s,o){let{font:i,textAlign:r,textBaseline:a}=this._state,[,l,h,c]=i.match(/^(\d+ )?([\d.]+)px (.*)$/)??
["","","10","sans-serif"];this._element("text",{x:e,y:s+(nc[a]??0)*Number(h),"font-size":Number(h),"font-famil\
y":c,...l?{"font-weight":l.trim()}:{},"text-anchor":sc[r],...o},t)}_element(t,e,s=""){let{globalAlpha:o}=this.
_state,i=o===1?e:{...e,opacity:o};this.parts.push(`<${t}${sr(i)}${s?`>${ir(s)}</${t}>`:"/>"}`)}};var oc=.86,ic=1.6;function k(n,t,e,s,o){n.beginPath(),n.moveTo(t,e),n.lineTo(t+s,e+o),n.stroke()}function ft(n,t){
n.font=`${oc*t.size*t.scale}px ${t.family}`}function zs(n,t,e,s=!1){let o=ue(t-n,e),i=Gi(n,t,e),r=s?Hi(i):0,a=Math.
max(...i.map(l=>Math.abs(l-r)));return i.map(l=>({value:l,offset:r,text:Ui(l-r,o,a)}))}function rr(n,t){let e=t[0]?.
offset;return e?`${n} ${e>0?"−":"+"} ${Ye(Math.abs(e))}`:n}function ar(n,t){return t.reduce((e,{text:s})=>Math.
max(e,n.measureText(s).width),0)}function rc(n,t,e,s,o){let i=Math.min(8,s/(4.5*o)),r=zs(t,e,i,!0);for(;i>1&&r.
length*(ar(n,r)+o)>s;)i/=1.5,r=zs(t,e,i,!0);return r}function Mt(n,t,e,s=8,o=!1){return zs(n.low,n.high,Math.min(
s,t/(3.5*e)),o)}function Bt(n,t,e){ft(n,e);let s=e.size*e.scale;return Math.ceil((ic+.7+ar(n,t)/s)*2)*.5*s}function Wt(n,t,e){
n.strokeStyle=e.line,n.lineWidth=e.scale,n.strokeRect(t.left,t.top,t.width,t.height),n.fillStyle=e.soft,ft(n,e)}
function qt(n,t,e,s,o,{own:i,note:r=""}={}){let a=o.size*o.scale;n.textAlign="center",n.textBaseline="top";let l=i??
rc(n,e.low,e.high,t.width,a);for(let{value:h,text:c}of l)k(n,e.to(h),t.top+t.height,0,.3*a),n.fillText(c,e.to(
h),t.top+t.height+.4*a);n.fillText(rr(s,l)+r,t.left+t.width/2,t.top+t.height+1.7*a)}function Kt(n,t,e,s,o,i,r=-.3*
i.size*i.scale){let a=i.size*i.scale;n.textAlign="right",n.textBaseline="middle";for(let{value:l,text:h}of s)k(
n,t.left,e.to(l),r,0),n.fillText(h,t.left-.45*a,e.to(l));n.save(),n.translate(.75*a,t.top+t.height/2),n.rotate(
-Math.PI/2),n.textAlign="center",n.fillText(rr(o,s),0,0),n.restore()}var ac=[.5,1.5,3,5,8,12],Y=64;function H(n,t){return[n.x.to(t[0]),n.y.to(n.flat?0:t[1])]}var nn=class{constructor(t,e){
this.context=t,this.framed=e}_parts(t,e,s){return Array.from({length:e},(o,i)=>F(t,e,s.plane,i))}mixture(t,e,s,o,i){
let r=this._parts(e.row(s),e.K,t);this.framed.flat?(o.contours||o.ellipses)&&this._curves(r,o,i):o.contours&&this.
_contours(r,i),o.trails&&this._trails(t,e,s,i),o.ellipses&&r.forEach((a,l)=>this._spread(a,i.colors[l%i.colors.
length],i,[]))}_spread({place:t,spread:e},s,o,i){let{context:r,framed:a}=this;r.strokeStyle=s,r.setLineDash(i.
map(l=>l*o.scale));for(let l of[1,2]){if(r.lineWidth=(l===1?2.4:1.6)*o.scale*Math.sqrt(o.size/14),r.beginPath(),
a.flat){let h=a.y.to(0)+(l===1?3:8)*o.scale,c=l*Math.sqrt(e[0]);r.moveTo(a.x.to(t[0]-c),h),r.lineTo(a.x.to(t[0]+
c),h)}else{let[h,c]=a.units,{long:f,short:u,angle:p}=jt([e[0]*h*h,e[1]*h*c,e[2]*c*c]),[m,d]=[a.x.to(t[0]),a.y.
to(t[1])];r.ellipse(m,d,f*l,u*l,-p,0,2*Math.PI)}r.stroke()}r.setLineDash([])}_trails(t,e,s,o){let{context:i,framed:r}=this,
a=e.paramsIndex(s);i.lineWidth=1.4*o.scale;for(let l=0;l<e.K;l++){i.strokeStyle=i.fillStyle=o.colors[l%o.colors.
length],i.beginPath();for(let f=0;f<=a;f++){let[u,p]=H(r,F(e.rowAt(f),e.K,t.plane,l).place);f?i.lineTo(u,p):i.
moveTo(u,p)}i.stroke();let[h,c]=H(r,F(e.rowAt(0),e.K,t.plane,l).place);i.beginPath(),i.arc(h,c,2.6*o.scale,0,2*
Math.PI),i.fill()}}_contours(t,e){let{context:s,framed:o}=this,{box:i,x:r,y:a}=o,l=new Float64Array(Y*Y),h=-1/0;
for(let u=0;u<Y;u++)for(let p=0;p<Y;p++){let m=i.left+p/(Y-1)*i.width,d=i.top+u/(Y-1)*i.height,w=Math.log(Ki(t,
r.back(m),a.back(d))+1e-300);l[u*Y+p]=w,h=Math.max(h,w)}s.strokeStyle=e.soft,s.lineWidth=e.scale,s.beginPath();
let c=i.width/(Y-1),f=i.height/(Y-1);for(let u of ac)for(let[p,m,d,w]of Ji(l,Y,Y,h-u))s.moveTo(i.left+p*c,i.top+
m*f),s.lineTo(i.left+d*c,i.top+w*f);s.stroke()}_curves(t,e,s){let{context:o,framed:i}=this,{box:r,x:a,y:l}=i,h=(c,f,u)=>{
o.strokeStyle=c,o.lineWidth=f*s.scale,o.beginPath();for(let p=r.left;p<=r.left+r.width;p+=2*s.scale)o.lineTo(p,
l.to(u(a.back(p))));o.stroke()};e.contours&&h(s.soft,1.6,c=>t.reduce((f,u)=>f+Is(u,c),0)),e.ellipses&&t.forEach(
(c,f)=>{h(s.colors[f%s.colors.length],2,u=>Is(c,u))})}end(t,e,s){let o=e.rowAt(e.nll.length-1);this._parts(o,e.
K,t).forEach((i,r)=>{this._spread(i,s.colors[r%s.colors.length],s,[2,3])})}grey(t,e,s,o){let i=this._parts(t,e,
s);if(this.framed.flat)this._curves(i,{color:"none",ellipses:!0},{...o,colors:[o.soft]});else for(let r of i)this.
_spread(r,o.soft,o,[])}truth(t,e){if(!t.truth)return;let{K:s,row:o}=t.truth;for(let i of this._parts(o,s,t)){this.
_spread(i,e.ink,e,[5,4]);let[r,a]=H(this.framed,i.place);k(this.context,r-5*e.scale,a,10*e.scale,0),k(this.context,
r,a-5*e.scale,0,10*e.scale)}}};function Bs(n,t,e,s,o){let{box:i}=n,[r,a]=H(n,F(t,e,s.plane,o).place),l=(f,u,p)=>Math.min(Math.max(f,u),u+p),[
h,c]=[l(r,i.left,i.width),l(a,i.top,i.height)];return{x:h,y:c,outside:h!==r||c!==a}}function lr(n,t,e,s,o,i){let r=s.
row(o),a=7.5*i.scale*Math.sqrt(i.size/14),l=Array.from({length:s.K},(h,c)=>Bs(t,r,s.K,e,c));n.font=`600 ${.95*
i.size*i.scale}px ${i.family}`,n.textAlign="left",n.textBaseline="bottom",l.forEach(({x:h,y:c,outside:f},u)=>{
n.beginPath(),U[u%U.length](n,h,c,a),n.strokeStyle=i.paper,n.lineWidth=5*i.scale,n.stroke(),n.strokeStyle=f?i.
colors[u%i.colors.length]:i.ink,n.lineWidth=1.6*i.scale,n.fillStyle=f?i.paper:i.colors[u%i.colors.length],n.fill(),
n.stroke()});for(let{x:h,y:c,text:f}of hc(l,1.5*a)){let u=lc(t,h,c,a,n.measureText(f).width);n.strokeStyle=i.paper,
n.lineWidth=4*i.scale,n.strokeText(f,...u),n.fillStyle=i.ink,n.fillText(f,...u)}}function lc({box:n},t,e,s,o){
return[t+1.2*s+o<n.left+n.width?t+.8*s:t-s-o,e-3*s>n.top?e-.6*s:e+2.8*s]}function hc(n,t){let e=[];return n.forEach(
({x:s,y:o},i)=>{let r=e.find(a=>Math.hypot(a.x-s,a.y-o)<t);r?r.text+=`, ${i}`:e.push({x:s,y:o,text:String(i)})}),
e}function hr(n,t,e,s,o){let{context:i,framed:r}=n,a=e.row(Math.min(s,e.last));n.grey(a,e.K,t,o);let l=o.size*o.
scale;i.font=`${.9*l}px ${o.family}`,i.textAlign="right",i.textBaseline="top",i.lineWidth=4*o.scale;for(let h=0;h<
e.K;h++){let[c,f]=H(r,F(a,e.K,t.plane,h).place);i.strokeStyle=o.paper,i.strokeText(String(h),c-.6*l,f+.4*l),i.
fillStyle=i.strokeStyle=o.soft,i.fillText(String(h),c-.6*l,f+.4*l),i.lineWidth=2*o.scale,k(i,c-.4*l,f,.8*l,0),
k(i,c,f-.4*l,0,.8*l),i.lineWidth=4*o.scale}}function cr(n,t,e,s,o){let{D:i}=e,r=s.length/i;if(n.strokeStyle=o.
ink,n.lineWidth=1.6*o.scale,n.setLineDash([7*o.scale,4*o.scale]),i===1)for(let l of pc(s))cc(n,t,l);if(i===2)for(let[
l,h]of mc(s,uc(t)))n.beginPath(),n.moveTo(...H(t,l)),n.lineTo(...H(t,h)),n.stroke();n.setLineDash([]),n.fillStyle=
o.paper,n.lineWidth=2*o.scale;let a=6*o.scale*Math.sqrt(o.size/14);for(let l=0;l<r;l++){let[h,c]=H(t,fc(s.subarray(
l*i,(l+1)*i),e));n.beginPath(),U[l%U.length](n,h,c,a),n.fill(),n.stroke()}}function cc(n,{box:t,x:e},s){n.beginPath(),
n.moveTo(e.to(s),t.top),n.lineTo(e.to(s),t.top+t.height),n.stroke()}function fc(n,{plane:{D:t,origin:e,axes:s,
shown:o}}){return Array.from({length:o},(i,r)=>{let a=0;for(let l=0;l<t;l++)a+=(n[l]-e[l])*s[l*o+r];return a})}
function uc({box:n,x:t,y:e}){let s=t.back(n.left+n.width)-t.back(n.left),o=e.back(n.top)-e.back(n.top+n.height);
return 4*Math.hypot(s,o)}function pc(n){let t=Float64Array.from(n).sort();return Array.from(t.subarray(1),(e,s)=>(e+
t[s])/2)}function mc(n,t){let e=n.length/2,s=[];for(let o=0;o<e;o++)for(let i=o+1;i<e;i++){let[r,a,l,h]=[n[2*o],
n[2*o+1],n[2*i],n[2*i+1]],c=Math.hypot(l-r,h-a);if(!(c>0))continue;let[f,u]=[(r+l)/2,(a+h)/2],[p,m]=[(a-h)/c,(l-
r)/c],[d,w]=[-t,t];for(let y=0;y<e;y++){let[b,x]=[n[2*y],n[2*y+1]],M=2*((b-r)*p+(x-a)*m),O=(f-b)**2+(u-x)**2-(f-
r)**2-(u-a)**2;y===o||y===i||(M>0?w=Math.min(w,O/M):M<0?d=Math.max(d,O/M):O<0&&(w=-1/0))}d<w&&s.push([[f+d*p,u+
d*m],[f+w*p,u+w*m]])}return s}var dc=(n,t)=>{let e=Math.atan2(n,-t),o=1-Math.abs((e/(2*Math.PI)*10+20)%2-1);return Math.hypot(n,t)<.48+.52*(1-
o)**1.6},on=[(n,t)=>n*n+t*t<.8,(n,t)=>t<.72&&t>1.9*Math.abs(n)-1.05,(n,t)=>Math.max(Math.abs(n),Math.abs(t))<.78,
(n,t)=>Math.abs(n)+Math.abs(t)<1.05,(n,t)=>t>-.72&&-t>1.9*Math.abs(n)-1.05,(n,t)=>Math.min(Math.abs(n),Math.abs(
t))<.34&&Math.max(Math.abs(n),Math.abs(t))<.95,(n,t)=>Math.min(Math.abs(n+t),Math.abs(n-t))<.46&&Math.max(Math.
abs(n),Math.abs(t))<.85,dc];function gc(n,t){let e=on[n%on.length],s=Math.ceil(t),o=[];for(let i=-s;i<=s;i++)for(let r=-s;r<=
s;r++){let a=0;for(let l=0;l<16;l++){let h=r-.5+(l%4+.5)/4,c=i-.5+(Math.floor(l/4)+.5)/4;e(h/t,c/t)&&a++}if(a){
let l=(Math.atan2(r,-i)/(2*Math.PI)+1)%1||.01;o.push({dx:r,dy:i,cover:a/16,turn:l})}}return o.sort((i,r)=>i.turn-
r.turn),{n:o.length,reach:s,dx:Int32Array.from(o,({dx:i})=>i),dy:Int32Array.from(o,({dy:i})=>i),cover:Float64Array.
from(o,({cover:i})=>i),turn:Float64Array.from(o,({turn:i})=>i)}}var sn=new Map,wc=32;function Ws(n){let t=sn.get(
n)??on.map((e,s)=>gc(s,n));return sn.size>=wc&&sn.clear(),sn.set(n,t),t}var pe=class{constructor(t,e,s){this.width=
t,this.height=e,this.bytes=s,this.words=new Uint32Array(s.buffer,s.byteOffset,t*e)}clear([t,e,s]){this.words.fill(
(255<<24|s<<16|e<<8|t)>>>0)}draw({at:t,r:e,K:s,how:o,colors:i,grey:r,paper:a,radius:l,halo:h}){let c=t.length/
2,f=Ws(l),u=Ws(l+1),p=e&&o==="pie",[m,d]=p?[1.35*l,1.35*l+1].map(w=>Ws(w)[0]):[];for(let w=0;w<c;w++){let y=Math.
round(t[2*w]),b=Math.round(t[2*w+1]),x=e?Ks(e,w*s,s):0,M=e?x%on.length:0;if(p&&m&&d&&e[w*s+x]<.97){h&&this._stamp(
y,b,d,a,h),this._pie(y,b,m,e,w*s,s,i);continue}h&&this._stamp(y,b,u[M],a,h),e?o!=="blend"?this._stamp(y,b,f[M],
i[x],1):this._stamp(y,b,f[M],Gs(e,w*s,s,i),1):this._stamp(y,b,f[0],r,1)}}_stamp(t,e,s,o,i){if(!this._reaches(t,
e,s))return;let{bytes:r,words:a}=this,{n:l,dx:h,dy:c,cover:f}=s,{0:u,1:p,2:m}=o,d=(255<<24|Math.round(m)<<16|Math.
round(p)<<8|Math.round(u))>>>0;for(let w=0;w<l;w++){let y=(e+c[w])*this.width+t+h[w];if(a[y]===d)continue;let b=f[w]*
i;if(b===1){a[y]=d;continue}let x=4*y;r[x]+=(u-r[x])*b,r[x+1]+=(p-r[x+1])*b,r[x+2]+=(m-r[x+2])*b}}_pie(t,e,s,o,i,r,a){
if(!this._reaches(t,e,s))return;let{bytes:l,width:h}=this,{n:c,dx:f,dy:u,cover:p,turn:m}=s,d=0,w=o[i];for(let y=0;y<
c;y++){for(;w<=m[y]&&d<r-1;)w+=o[i+ ++d];let b=a[d],x=4*((e+u[y])*h+t+f[y]);l[x]+=(b[0]-l[x])*p[y],l[x+1]+=(b[1]-
l[x+1])*p[y],l[x+2]+=(b[2]-l[x+2])*p[y]}}_reaches(t,e,{reach:s}){return t>=s&&e>=s&&t<this.width-s&&e<this.height-
s}};function Ks(n,t,e){let s=0;for(let o=1;o<e;o++)n[t+o]>n[t+s]&&(s=o);return s}var qs=new Float64Array(3);function Gs(n,t,e,s){
qs.fill(0);for(let o=0;o<e;o++)if(!(n[t+o]<1e-4))for(let i=0;i<3;i++)qs[i]+=n[t+o]*s[o][i];return qs}var fr=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],rn=5,ut=class{constructor(t){this.canvas=t,this.context=t.getContext(
"2d"),this.pixels=this.context.createImageData(1,1),this.image=new pe(1,1,this.pixels.data),this.framed={}}_frame(t,e,s){
let{width:o,height:i}=this.canvas,r=this.framed;if(r.data===t&&r.width===o&&r.height===i&&r.size===e.size*e.scale)
return;let a=t.plane.shown===1,l=zt(t.places,2,0),h=zt(t.places,2,1),f=s&&(!r.data||bc(r.data,t))&&r.units&&!a&&
!r.flat&&r.width===o&&xc(r,l,h),{box:u,x:p,y:m,units:d,equal:w}=f?r:this._fitted(l,h,a,e),y=new Float64Array(2*
t.N);for(let b=0;b<t.N;b++){y[2*b]=p.to(t.places[2*b]);let x=u.height*(1-.2*(.15+.7*(b*.618034%1)));y[2*b+1]=a?
u.top+x:m.to(t.places[2*b+1])}this.framed={data:t,width:o,height:i,size:e.size*e.scale,box:u,x:p,y:m,units:d,equal:w,
flat:a,at:y},!(this.image.width===o&&this.image.height===i)&&(this.pixels=this.context.createImageData(o,i),this.
image=new pe(o,i,this.pixels.data))}_fitted(t,e,s,o){let{width:i,height:r}=this.canvas,a=o.size*o.scale,l=3.4*
a;for(let h=0;;h++){let c={left:l,top:.6*a,width:i-l-.6*a,height:r-3.7*a},f=s?Yi(t,c):Qe(t,e,c),u=Math.max(3.4*
a,Bt(this.context,Mt(f.y,c.height,a,8,!s),o));if(u<=l||h===2)return{box:c,...f};l=u}}draw({data:t,trace:e,h:s,
layers:o,look:i,keep:r,showsEnd:a,under:l,between:h,over:c,others:f}){this._frame(t,i,r);let{context:u,framed:p}=this;
this._points(t,e,s,o,i,l),u.lineJoin="round",this._axes(t,i);let m=new nn(u,p);this._clipped(()=>{f?.ghost&&hr(
m,t,f.ghost,s,i),f?.means&&cr(u,p,t,f.means,i),e&&m.mixture(t,e,s,o,i),o.truth&&t.truth&&m.truth(t,i),e&&a&&m.
end(t,e,i),h?.(u,p)}),e&&o.ellipses&&lr(u,p,t,e,s,i),c&&this._clipped(c)}_clipped(t){let{context:e,framed:s}=this,
{left:o,top:i,width:r,height:a}=s.box;e.save(),e.beginPath(),e.rect(o,i,r,a),e.clip(),t(),e.restore()}clear(t,e=""){
let{context:s,canvas:o,framed:i}=this,{width:r,height:a}=o,h=i.units&&!i.flat&&i.width===r&&i.height===a?i:this.
_fitted([-rn,rn],[-rn,rn],!1,t);this.framed={...h,data:null,width:r,height:a,size:t.size*t.scale,flat:!1,at:new Float64Array(
0)},s.fillStyle=t.paper,s.fillRect(0,0,r,a),this._axes({labels:["x₁","x₂"]},t);let{left:c,top:f,width:u,height:p}=this.
framed.box;s.font=`${t.size*t.scale}px ${t.family}`,s.fillStyle=t.ink,s.textAlign="center",s.fillText(e,c+u/2,
f+p/2)}_points(t,e,s,o,i,r){let a=t.N>1500;this.image.clear(i.paperBytes),r?.(this.image,this.framed),this.image.
draw({at:this.framed.at,r:e&&o.color!=="none"?e.responsibilities(s):null,K:e?.K??0,how:o.color,colors:i.colorBytes,
grey:i.greyBytes,paper:i.paperBytes,radius:Us(t,i),halo:a?0:.75}),this.context.putImageData(this.pixels,0,0)}_axes(t,e){
let{context:s,framed:o}=this,{box:i,x:r,y:a,flat:l,equal:h}=o,c=Mt(a,i.height,e.size*e.scale,8,!l).filter(({value:f})=>!l||
f>=0);Wt(s,i,e),qt(s,i,r,t.labels[0],e,{note:h?"":`, not to the scale of ${t.labels[1]}`}),Kt(s,i,a,c,l?"densi\
ty":t.labels[1],e)}placeOfMean(t,e,s,o){return Bs(this.framed,t,e,s,o)}};function Us({N:n},t){return(fr.find(([
s])=>n<=s)??fr[0])[1]*t.scale*Math.sqrt(t.size/14)}function bc(n,t){return t.D===n.D&&t.N===n.N+1&&n.X.every((e,s)=>e===
t.X[s])}function xc({x:n,y:t,box:e},s,o){return n.to(s[1])<=e.left+e.width&&t.to(o[0])<=e.top+e.height&&n.to(s[0])>=
e.left&&t.to(o[1])>=e.top}var _c=.75,Ac=-Math.PI/2,vc=n=>`#${Array.from(n,t=>Math.round(t).toString(16).padStart(2,"0")).join("")}`,an=class extends ut{_points(t,e,s,o,i,r){
let{context:a,canvas:l,framed:h,image:c}=this;a.fillStyle=i.paper,a.fillRect(0,0,l.width,l.height),c.clear(i.paperBytes);
let[f]=c.words;r?.(c,h),c.words.some(d=>d!==f)&&a.putImageData(this.pixels,0,0);let u=Us(t,i),p=e&&o.color!=="\
none"?e.responsibilities(s):null,m=e?.K??0;a.strokeStyle=i.paper,a.lineWidth=2;for(let d=0;d<t.N;d++){let[w,y]=[
h.at[2*d],h.at[2*d+1]],b=p?Ks(p,d*m,m):0,x=p!==null&&o.color==="pie"&&p[d*m+b]<.97,M=U[x?0:b%U.length];if(a.beginPath(),
M(a,w,y,x?1.35*u:u),t.N<=1500&&(a.globalAlpha=_c,a.stroke(),a.globalAlpha=1),x)this._pie(w,y,.9*1.35*u,p.subarray(
d*m,(d+1)*m),i);else{let O=p?o.color!=="blend"?i.colorBytes[b]:Gs(p,d*m,m,i.colorBytes):i.greyBytes;a.fillStyle=
vc(O),a.fill()}}}_pie(t,e,s,o,i){let{context:r}=this,a=Ac;for(let l=0;l<o.length;l++){let h=a+2*Math.PI*o[l];o[l]<
.002||(r.beginPath(),o[l]<.998&&r.moveTo(t,e),r.arc(t,e,s,a,o[l]<.998?h:a+2*Math.PI),r.closePath(),r.fillStyle=
i.colors[l%i.colors.length],r.fill(),a=h)}}};function Gt(n,t,e,s,o){n.beginPath(),o==="M"?n.rect(t-.88*s,e-.88*s,1.76*s,1.76*s):n.arc(t,e,s,0,2*Math.PI),n.
fill()}function pt(n,t,e,s,o){let i=o.size*o.scale;n.fillStyle=o.paper,Gt(n,t,e,.58*i,s),n.fillStyle=q(s,o),Gt(
n,t,e,.42*i,s)}function q(n,t){return n==="E"?t.E:n==="M"?t.M:t.ink}var _t=12,Oc=6;function Ut(n,t,e){if(!e.zoom)return[0,Math.max(n.last,1)];let s=Math.max(0,Math.min(t-_t,n.last-
2*_t));return[s,Math.max(Math.min(s+2*_t,n.last),s+1)]}function Hs(n,t,e,s){let o=1/0,i=-1/0,r=u=>{Number.isFinite(
u)&&(o=Math.min(o,u),i=Math.max(i,u))},l=n.nll.subarray(1).some(Number.isFinite)?Math.max(t,2):t;for(let u=Math.
min(l,e);u<=e;u++)r(n.nllAt(u)),s.bound&&r(n.nllAt(u)+n.gapIfKnown(u));if(i<o)return{low:0,high:1,clipped:!1};
let h=Math.max(i-o,1e-9*Math.abs(i),1e-9),c=t<2?n.nll[0]:-1/0,f=c-o>4*h&&e>2;return i=f?i+.25*h:Math.max(i,c),
i-o<1e-6&&([o,i]=[o-.5,i+.5]),{low:o,high:i,clipped:f}}function pr(n,{low:t,high:e,clipped:s},o,i){if(!n||o>n.
last)return{low:t,high:e,clipped:s};let r=Hs(n,o,Math.min(i,n.last),{color:"none"});return{low:Math.min(t,r.low),
high:Math.max(e,r.high),clipped:s}}function Ht(n,t){let e=Math.max(1,ue((n.high-n.low)/2,Math.min(8,t))),s=[];
for(let o=Math.ceil(n.low/2/e)*e;2*o<=n.high;o+=e)s.push({value:2*o,text:String(o)});return s}function mr(n,t,e,s){
let o=performance.now();n.gap(s);for(let i=1;i<=e-t;i++)for(let r of[s-i,s+i])if(!(r<Math.max(t,1)||r>e||!Number.
isNaN(n.gapIfKnown(r)))&&(n.gap(r),performance.now()-o>Oc))return!1;return!0}function dr(n,t,{from:e,to:s,x:o,y:i,look:r},a){n.strokeStyle=r.ink,n.lineWidth=2*r.scale,n.lineJoin="round",n.
beginPath();for(let l=e;l<=s;l++)n.lineTo(o.to(l),i.to(t.nllAt(l)));if(n.stroke(),!(s-e>4*_t))for(let l=e;l<=s;l++){
let h=a?[t.nllAt(l),t.nllAt(l)+t.gap(l)]:[t.nllAt(l)];n.fillStyle=q(_(l),r),h.forEach(c=>Gt(n,o.to(l),i.to(c),
3*r.scale,_(l)))}}function gr(n,t,{from:e,to:s,x:o,y:i,look:r}){n.strokeStyle=r.soft,n.lineWidth=2*r.scale,n.setLineDash(
[2*r.scale,3*r.scale]),n.beginPath();for(let a=e;a<=Math.min(s,t.last);a++)n.lineTo(o.to(a),i.to(t.nllAt(a)));
n.stroke(),n.setLineDash([])}function wr(n,t,{from:e,to:s,x:o,y:i,look:r}){let a=[];for(let h=Math.max(e,1);h<=
s;h++)Number.isNaN(t.gapIfKnown(h))||a.push(h);let l=h=>t.nllAt(h)+t.gapIfKnown(h);n.fillStyle=r.M,n.globalAlpha=
.25,n.beginPath(),a.forEach(h=>n.lineTo(o.to(h),i.to(l(h)))),[...a].reverse().forEach(h=>n.lineTo(o.to(h),i.to(
t.nllAt(h)))),n.fill(),n.globalAlpha=1,n.strokeStyle=r.M,n.lineWidth=1.8*r.scale,n.setLineDash([6*r.scale,4*r.
scale]),n.beginPath(),a.forEach(h=>n.lineTo(o.to(h),i.to(l(h)))),n.stroke(),n.setLineDash([])}var yr=6;function Sc([n,t],[e,s],{left:o,top:i,width:r,height:a}){if(![n,t,e,s].every(Number.isFinite))return!1;
let[l,h]=[0,1];for(let[c,f,u,p]of[[n,e-n,o,o+r],[t,s-t,i,i+a]]){if(f===0&&(c<u||c>p))return!1;if(f===0)continue;
let m=[(u-c)/f,(p-c)/f];l=Math.max(l,Math.min(...m)),h=Math.min(h,Math.max(...m))}return l<=h}function Nc(n,t){
let e=0;for(let s of n)for(let o=1;o<s.length;o++)Sc(s[o-1],s[o],t)&&(e+=1);return e}function Tc(n,{width:t,height:e},s){
let o=Array.from({length:yr},(h,c)=>c/(yr-1)),i=[[1,0],[0,0],[1,1],[0,1]],r=o.flatMap(h=>o.map(c=>[1-c,h])),[a,
l]=[null,1/0];for(let[h,c]of[...i,...r]){let u={left:n.left+h*(n.width-t),top:n.top+c*(n.height-e),width:t,height:e},
p=Nc(s,u);if(p<l&&([a,l]=[u,p]),p===0)break}return a}function ln(n,t,e,s,o){let i=e.size*e.scale;ft(n,e);let a={
width:Math.max(...s.map(({text:u})=>n.measureText(u).width))+2.6*i,height:(.1+1.3*s.length)*i},l=.4*i,h={left:t.
left+l,top:t.top+l,width:t.width-2*l},{left:c,top:f}=Tc({...h,height:t.height-2*l},a,o);n.fillStyle=e.paper,n.
fillRect(c,f,a.width,a.height),n.textAlign="left",n.textBaseline="middle",s.forEach(({text:u,color:p,dash:m},d)=>{
let w=f+(.7+1.3*d)*i;n.strokeStyle=p,n.lineWidth=2*e.scale,n.setLineDash(m.map(y=>y*e.scale)),k(n,c+.2*i,w,1.6*
i,0),n.setLineDash([]),n.fillStyle=e.soft,n.fillText(u,c+2.2*i,w)})}var br="negative log-likelihood",hn=class{constructor(t){this.canvas=t,this.context=t.getContext("2d"),this.framed=
null}halfStepAt(t){if(!this.framed)return null;let{box:e,x:s}=this.framed;return t>=e.left-e.width/40&&t<=e.left+
1.025*e.width?Math.round(s.back(t)):null}clear(t){let{context:e,canvas:s}=this;this.framed=null,e.fillStyle=t.
paper,e.fillRect(0,0,s.width,s.height)}draw({trace:t,h:e,layers:s,look:o,marked:i,ghost:r}){let{context:a,canvas:l}=this;
this.clear(o);let h=o.size*o.scale,[c,f]=Ut(t,e,s),u=r&&!s.zoom?Math.max(f,r.last):f,p=!s.bound||mr(t,c,f,e),{
low:m,high:d,clipped:w}=pr(r,Hs(t,c,f,s),c,u),[y,b]=[.6*h,l.height-3.7*h],x=st([m,d],[y+b-.5*h,y+.5*h]),M=Mt(x,
b,h,7),O=Bt(a,M,o),N={left:O,top:y,width:l.width-O-.8*h,height:b},R=st([c,Math.max(u,c+1)],[N.left+.4*h,N.left+
N.width-.6*h]);this.framed={box:N,x:R},Wt(a,N,o);let Ae=a.measureText(br).width<b+2*y;Kt(a,N,x,M,Ae?br:"NLL",o,
N.width),qt(a,N,R,"iteration",o,{own:Ht(R,N.width/(4*h))}),a.save(),a.beginPath(),a.rect(N.left,N.top,N.width,
N.height),a.clip();let ps={from:c,to:f,x:R,y:x,look:o};return r&&gr(a,r,{...ps,to:u}),s.bound&&wr(a,t,ps),dr(a,
t,ps,s.bound),a.restore(),this._events(t,c,f,R,x,o,N),w&&c===0&&this._startNote(t,N,o),s.bound&&this._legend(t,
c,f,R,x,o,N),i&&this._marker(t,e,R,x,o,s,N),p}_events(t,e,s,o,i,r,a){let{context:l}=this;l.fillStyle=l.strokeStyle=
r.alarm;let h=5*r.scale;for(let c of t.run.rises){if(c<e||c>s)continue;let f=Math.max(i.to(t.nllAt(c)),a.top+h);
l.beginPath(),l.moveTo(o.to(c),f-1.4*h),l.lineTo(o.to(c)+h,f+.6*h),l.lineTo(o.to(c)-h,f+.6*h),l.fill()}if(t.failed>=
e&&t.failed<=s){let c=o.to(t.failed);l.lineWidth=2.5*r.scale,l.setLineDash([4*r.scale,4*r.scale]),k(l,c,a.top,
0,a.height),l.setLineDash([]);let f=i.to(t.nllAt(t.failed));k(l,c-h,f-h,2*h,2*h),k(l,c-h,f+h,2*h,-2*h)}}_marker(t,e,s,o,i,r,a){
let{context:l}=this,h=_(e),c=s.to(e),f=Math.max(o.to(t.nllAt(e)),a.top);if(l.strokeStyle=q(h,i),l.lineWidth=i.
scale,k(l,c,a.top+a.height,0,Math.min(0,f-a.top-a.height)),r.bound&&t.gap(e)>0){let u=Math.max(o.to(t.nllAt(e)+
t.gap(e)),a.top);l.lineWidth=3.5*i.scale,k(l,c,f,0,u-f)}pt(l,c,f,h,i)}_legend(t,e,s,o,i,r,a){let l=[{text:"NLL",
color:r.ink,dash:[]},{text:"bound (NLL + KL)",color:r.M,dash:[6,4]}],h=[0,1].map(c=>Array.from({length:s-e+1},
(f,u)=>{let p=t.nllAt(e+u),m=c?p+t.gapIfKnown(e+u):p;return[o.to(e+u),i.to(m)]}));ln(this.context,a,r,l,h)}_startNote(t,e,s){
let{context:o}=this,i=s.size*s.scale;ft(o,s),o.textAlign="left",o.textBaseline="top";let r=`↑ start: ${t.nll[0].
toFixed(1)}`,a=e.left+1.6*i;o.fillStyle=s.paper,o.fillRect(a-.2*i,e.top+.3*i,o.measureText(r).width+.4*i,1.1*i),
o.fillStyle=s.soft,o.fillText(r,a,e.top+.4*i)}};var me=97,xr=[24,12,6,3,1],kc=2;function Ds(n,t){return Math.max(n.responsibilitiesIndex(t),0)}function Ec(n,t,e){
let{K:s,run:o,data:i}=n,{D:r,N:a}=i,l=Ds(n,t),h=n.rowAt(l),c=(l+1)*n.width<o.params.length?n.rowAt(l+1):null,f=Lt(
e,s,r),u=c&&Go(h,c,s,r);if(!f&&c&&u){let M=at(u,s,r);return{parameter:u,isAlong:!0,places:[-1,3],valueAt:O=>h[M]+
O*(c[M]-h[M]),rowAt:O=>h.map((N,R)=>N+O*(c[R]-N))}}let p=f??{kind:"mean",component:0,feature:0},m=at(p,s,r),d=c?
c[m]-h[m]:0,w=kc*Lc(h,s,r,a,p),y=Math.max(Math.abs(d),w)||1,b=n.row(t),x=M=>h[m]+d/2+M*y;return{parameter:p,isAlong:!1,
places:[-3,3],valueAt:x,rowAt:M=>Wo(b,s,r,p,x(M))}}function Lc(n,t,e,s,{kind:o,component:i,feature:r}){let a=n[i];
if(o==="weight")return Math.sqrt(a*(1-a)/s);let l=n[at({kind:"variance",component:i,feature:r},t,e)],h=Math.max(
a*s,1);return o==="mean"?Math.sqrt(l/h):l*Math.sqrt(2/h)}var cn=class{constructor(t,e,s){let{data:o,K:i}=t;this.
key=Mr(t,e,s),this.trace=t,this.line=Ec(t,e,s),this.name=Ee(this.line.parameter,o.D),this.nll=new Float64Array(
me).fill(NaN),this.bound=new Float64Array(me).fill(NaN),this.scratch=new Float64Array(o.N*i);let r=t.responsibilities(
e);this.entropy=r?ae(r):NaN,this.open=xr.flatMap((h,c)=>Array.from({length:me},(f,u)=>u).filter(f=>f%h===0&&!xr.
slice(0,c).some(u=>f%u===0)));let a=Ds(t,e),l=(a+1)*t.width<t.run.params.length;this.at=at(this.line.parameter,
i,o.D),this.here=this._at(t.row(e),r),this.before=this._at(t.rowAt(a),r),this.after=l?this._at(t.rowAt(a+1),r):
{nll:NaN,bound:NaN}}isOf(t,e,s){return this.trace===t&&this.key===Mr(t,e,s)}get known(){let t=new Set(this.open);
return Array.from({length:me},(e,s)=>s).filter(e=>!t.has(e))}placeOf(t){let[e,s]=this.line.places;return e+t*(s-
e)/(me-1)}compute(t,e){if(!this.open.length)return!0;let s=performance.now()+e,o=this.trace.responsibilities(t);
do{let i=this.open.shift();({nll:this.nll[i],bound:this.bound[i]}=this._at(this.line.rowAt(this.placeOf(i)),o))}while(this.
open.length&&performance.now()<s);return!this.open.length}_at(t,e){let{data:s,K:o}=this.trace,i=qo(s,t,o,e??[],
this.scratch,this.entropy);return e?i:{nll:i.nll,bound:NaN}}};function Mr(n,t,e=""){let{K:s,data:o,run:i,width:r}=n,
a=Ds(n,t),l=(a+1)*r<i.params.length,h=n.responsibilitiesIndex(t)<0,c=Lt(e,s,o.D)||!l?n.paramsIndex(t):-1;return[
e,a,l,h,c].join()}var Pc=2;function At(n,t,{caption:e,xs:s,ys:o,bottom:i,left:r,across:a,up:l}){let{canvas:h}=n,c=t.size*t.scale;
Ic(n,t,e);let f=(.7+1.25*Pc)*c,u=h.height-f-3.1*c,p=st(o,[f+u-.5*c,f+.5*c]),m=l??Mt(p,u,c,7,!0),d=Bt(n,m,t),w={
left:d,top:f,width:h.width-d-.8*c,height:u},y=st(s,[w.left+.4*c,w.left+w.width-.6*c]);return Wt(n,w,t),Kt(n,w,
p,m,r,t,w.width),qt(n,w,y,i,t,{own:a?.(y,w.width/(4*c))}),{box:w,x:y,y:p}}function Ic(n,t,e){let s=t.size*t.scale;
ft(n,t),n.fillStyle=t.ink,n.textAlign="left",n.textBaseline="top";let o=n.canvas.width-1.2*s;$c(e,i=>n.measureText(
i).width<=o).forEach((i,r)=>n.fillText(i,.6*s,(.3+1.2*r)*s))}function $c(n,t){let e=[];for(let s of n.split(" ")){
let o=e.length?`${e[e.length-1]} ${s}`:s;e.length&&t(o)?e[e.length-1]=o:e.push(s)}return e}function Dt(n,t,e){
n.save(),n.beginPath(),n.rect(t.left,t.top,t.width,t.height),n.clip(),e(),n.restore()}function fn(n,{x:t,y:e},s,o){
n.strokeStyle=o.ink,n.lineWidth=2*o.scale,n.lineJoin="round",n.beginPath();for(let[i,r]of s)n.lineTo(t.to(i),e.
to(r));if(n.stroke(),!(s.length>4*_t))for(let[i,r]of s)n.fillStyle=q(_(i),o),Gt(n,t.to(i),e.to(r),3*o.scale,_(
i))}function un(n,t){if(!n)return null;let{box:e,x:s}=n;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.
round(s.back(t)):null}function Jt(n){let t=Math.abs(n);return`${(t!==0&&t<.01?n.toExponential(1):n.toFixed(2)).replace(/-/g,"−")} \
nats`}var Fc=4,Rc=1e-9,pn=class{constructor(t){this.context=t,this.caption="",this.cut=null}halfStepAt(){return null}draw({
trace:t,h:e,layers:s,look:o}){let i=s.along;if(t.data.isPart)return this.caption="The bound is a sum over all \
samples, and only some of them are here.",At(this.context,o,{caption:this.caption,xs:[0,1],ys:[0,1],bottom:"",
left:""}),!0;this.cut?.isOf(t,e,i)||(this.cut=new cn(t,e,i));let{cut:r}=this,a=r.compute(e,Fc),{here:l,value:h}=jc(
r,t,e);this.caption=Bc(r,t,e,l);let[c,f]=r.line.places.map(M=>r.line.valueAt(M)),u=At(this.context,o,{caption:this.
caption,xs:[Math.min(c,f),Math.max(c,f)],ys:zc(r),bottom:`${r.name} (${r.line.isAlong?"the others move along":
"the others stay"})`,left:"nats"}),p=[r.bound,r.nll].map(M=>Cc(u,r,M));Dt(this.context,u.box,()=>{this._curve(
p[0],o.M,[6,4],o),this._curve(p[1],o.ink,[],o)});let m={text:"bound (NLL + KL)",color:o.M,dash:[6,4]},d=[{text:"\
NLL",color:o.ink,dash:[]},...e>0?[m]:[]],[w,{top:y,height:b}]=[u.x.to(h),u.box],x=[[w,u.y.to(Number.isNaN(l.bound)?
l.nll:l.bound)],[w,y+b]];return ln(this.context,u.box,o,d,[...p,[...x]]),this._here(u,l,h,_(e),o),a}_curve(t,e,s,o){
let{context:i}=this;i.strokeStyle=e,i.lineWidth=2*o.scale,i.setLineDash(s.map(a=>a*o.scale)),i.beginPath();let r=!1;
for(let[a,l]of t){let h=Number.isFinite(l);h&&i[r?"lineTo":"moveTo"](a,l),r=h}i.stroke(),i.setLineDash([])}_here({
x:t,y:e,box:s},o,i,r,a){let{context:l}=this,h=t.to(i),c=u=>Math.min(Math.max(e.to(u),s.top),s.top+s.height),f=c(
Number.isNaN(o.bound)?o.nll:o.bound);l.strokeStyle=q(r,a),l.lineWidth=a.scale,k(l,h,s.top+s.height,0,f-s.top-s.
height),l.lineWidth=3.5*a.scale,k(l,h,f,0,c(o.nll)-f),pt(l,h,f,r,a)}};function Cc({x:n,y:t},e,s){return e.known.
map(o=>[n.to(e.line.valueAt(e.placeOf(o))),Number.isFinite(s[o])?t.to(s[o]):NaN])}function jc(n,t,e){let s=t.effective(
e)>0&&t.effective(e)%2===0,{line:o}=n;return o.isAlong?{here:s?n.after:n.before,value:o.valueAt(s?1:0)}:{here:n.
here,value:t.row(e)[n.at]}}function zc(n){let{before:t,after:e,line:s}=n,o=s.isAlong?t:n.here,i=[...n.nll,o.nll,
e.nll].filter(Number.isFinite);if(!i.length||!Number.isFinite(o.nll))return[0,1];let r=Math.min(...i),a=t.bound-
e.bound,l=s.isAlong?Math.max(a||0,.35*(o.nll-r)):Math.max(...i)-o.nll,h=Math.max(o.nll+l,o.bound||-1/0);return h>
r?[r,h]:[r-.5,r+.5]}function Bc(n,t,e,s){let{before:o,after:i,line:r}=n,a=_(t.effective(e));if(a==="start")return"\
There are no responsibilities yet, so there is no bound.";let l=s.bound-s.nll,h=Rc*Math.abs(s.nll);if(a==="E"){
if(t.isOwn(e)&&l>1e-6)return`The bound stays ${Jt(l)} above the NLL: the E-step is not the posterior.`;let m=t.
effective(e)===1?"made a bound that":"lowered the bound until it",d=r.isAlong?" The M-step will go to its lowe\
st point.":"";return`The E-step has ${m} touches the NLL.${d}`}let c=l>h?`The NLL is another ${Jt(l)} below.`:
"It still touches the NLL.",f=o.bound-i.bound,u=Math.min(...n.known.map(m=>n.bound[m]).filter(Number.isFinite),
s.bound);return s.bound-u>.02*Math.max(o.bound-u,0)+h?`The M-step has not gone to the lowest point of the boun\
d${t.regCovar>=1e-4?`: reg_covar = ${t.regCovar} keeps it off`:""}. ${c}`:f<=h?`The bound was at its lowest po\
int already. ${c}`:`The M-step has gone to the lowest point of the bound${r.isAlong?`, ${Jt(f)} down`:""}. ${c}`}var Wc=1e-10,_r=1e-13,qc=5e3,Ar=10,Kc=.02,mn=class{constructor(t){this.trace=t,this.length=t.nll.length,this.ended=
t.run.ended;let{data:e,run:s,K:o,regCovar:i}=t,r=t.nll[this.length-1],a=!t.isRunning&&s.ended!=="failed"&&!e.isPart&&
!t.isOfOwnSteps,l={regCovar:i,tol:Math.max(Wc,_r*Math.abs(r)),maxIter:qc},h=t.rowAt(this.length-1).slice();this.
longer=a?W(e,h,o,l):null}isOf(t){return this.trace===t&&this.length===t.nll.length&&this.ended===t.run.ended}compute(t){
let{longer:e}=this;return e?.ended==="running"&&C(e,performance.now()+t),e?.ended!=="running"}get nll(){let t=[
...this.trace.nll,...this.longer?.nll??[]].filter(Number.isFinite);return Math.min(...t)}get distances(){let t=this.
nll,e=10*_r*Math.abs(t);return Float64Array.from(this.trace.nll,s=>s-t>e?s-t:NaN)}};function dn(n,t=Ar,e=n.length-
1){if(e<=t)return NaN;let s=o=>Math.abs(n[o]-n[o-1]);return(s(e)/s(e-t))**(1/t)}function vr(n){let[t,e]=[n.length-
1,Ar/2];return Math.abs(dn(n,e)-dn(n,e,t-e))<Kc}var Gc=6,Uc=7,gn=class{constructor(t){this.context=t,this.caption="",this.ending=null,this.framed=null}halfStepAt(t){
return un(this.framed,t)}draw({trace:t,h:e,layers:s,look:o}){let{context:i}=this;this.ending?.isOf(t)||(this.ending=
new mn(t));let r=this.ending.compute(Gc),{distances:a}=this.ending,[l,h]=Ut(t,e,s),c=a.map(Math.log10),f=[...c.
subarray(l>>1,(h>>1)+1)].filter(Number.isFinite),u=f.length?Math.floor(Math.min(...f)):-1,p=f.length?Math.max(
Math.ceil(Math.max(...f)),u+1):1;this.caption=Dc(t,e,a);let m=At(i,o,{caption:this.caption,xs:[l,Math.max(h,l+
1)],ys:[u,p],bottom:"iteration",left:"NLL above its end (log)",across:Ht,up:Hc(u,p)});this.framed=m;let{box:d,
x:w,y}=m,b=Array.from({length:h-l+1},(O,N)=>l+N).map(O=>[O,c[t.paramsIndex(O)]]).filter(([,O])=>Number.isFinite(
O));Dt(i,d,()=>fn(i,m,b,o));let x=c[t.paramsIndex(e)];i.strokeStyle=q(_(e),o),i.lineWidth=o.scale;let M=d.top+
d.height;return k(i,w.to(e),M,0,(Number.isFinite(x)?y.to(x):d.top)-M),Number.isFinite(x)&&pt(i,w.to(e),y.to(x),
_(e),o),r}};function Hc(n,t){let e=Math.ceil((t-n)/Uc);return Array.from({length:Math.floor((t-n)/e)+1},(o,i)=>n+
i*e).map(o=>({value:o,text:Ye(+`1e${o}`)}))}function Dc(n,t,e){let s=n.paramsIndex(t),o=Number.isNaN(e[s])?"He\
re the NLL is at its end":`${Jt(e[s])} to go`,i=s>0?e[s]/e[s-1]:NaN,r=Number.isNaN(i)?"":`; iteration ${$t(2*s)}\
 left ${i.toFixed(2)} of the distance`,a=n.isRunning?NaN:dn(n.nll),l=vr(n.nll)?": a straight line":" on averag\
e",h=a<1?` Each of the last 10 leaves ${a.toFixed(2)}${l}.`:"";return`${o}${r}.${h}`}var Jc=6,Or=new WeakMap;function wn(n,t){let e=Js(n),s=n.responsibilitiesIndex(t);if(s<0)return NaN;let o=e.get(
s);return o===void 0&&(o=ae(n.responsibilities(t)??[]),e.set(s,o)),o}function Js(n){let t=Or.get(n)??new Map;return Or.
set(n,t),t}function Yc(n,t,e,s){let o=performance.now()+Jc,i=Js(n);wn(n,s);for(let r=1;r<=e-t;r++)for(let a of[
s-r,s+r])if(!(a<Math.max(t,1)||a>e||i.has(n.responsibilitiesIndex(a)))){if(performance.now()>o)return!1;wn(n,a)}
return!0}var yn=class{constructor(t){this.context=t,this.caption="",this.framed=null}halfStepAt(t){return un(this.
framed,t)}draw({trace:t,h:e,layers:s,look:o}){let{context:i}=this,[r,a]=Ut(t,e,s),l=Yc(t,r,a,e),h=Js(t),c=[];for(let y=Math.
max(r,1);y<=a;y++){let b=h.get(t.responsibilitiesIndex(y));b!==void 0&&Number.isFinite(b)&&c.push([y,b])}this.
caption=Xc(t,e),this.framed=At(i,o,{caption:this.caption,xs:[r,Math.max(a,r+1)],ys:Qc(c.map(([,y])=>y)),bottom:"\
iteration",left:"entropy in nats",across:Ht});let{box:f,x:u,y:p}=this.framed;Dt(i,f,()=>fn(i,{box:f,x:u,y:p},c,
o));let m=wn(t,e),d=Number.isFinite(m),w=f.top+f.height;return i.strokeStyle=q(_(e),o),i.lineWidth=o.scale,k(i,
u.to(e),w,0,(d?p.to(m):f.top)-w),d&&pt(i,u.to(e),p.to(m),_(e),o),l}};function Qc(n){let[t,e]=[Math.min(...n),Math.
max(...n)];return n.length?e-t>1e-9*Math.max(1,e)?[t,e]:[t-.5,t+.5]:[0,1]}function Xc(n,t){let e=wn(n,t);if(Number.
isNaN(e))return"There are no responsibilities yet, so they have no entropy.";let{N:s}=n.data,o=Math.log(n.K),i=`${(e/
s).toFixed(3)} per sample`;return n.K===1?"With one component nothing is undecided: the entropy is 0.":`The re\
sponsibilities have ${e.toFixed(2)} nats of entropy: ${i}, where log ${n.K} = ${o.toFixed(2)} is undecided.`}var vt=class{constructor(t){this.chart=new hn(t);let{context:e}=this.chart;this.others={bound:new pn(e),distance:new gn(
e),entropy:new yn(e)},this.other=null}get caption(){return this.other?.caption??""}halfStepAt(t){return(this.other??
this.chart).halfStepAt(t)}clear(t){this.chart.clear(t)}draw(t){return this.other=this.others[t.layers.picture??
""]??null,this.other?(this.clear(t.look),this.other.draw(t)):this.chart.draw(t)}};var Sr=2,Vc=500;function bn(n,t){let e=n.map(l=>l.getBoundingClientRect()),[s,o]=[Math.min(...e.map(({x:l})=>l)),
Math.min(...e.map(({y:l})=>l))],i=e.map(({x:l,y:h,width:c,height:f})=>({x:Math.round((l-s)*t),y:Math.round((h-
o)*t),width:Math.round(c*t),height:Math.round(f*t)})),r=Math.max(...i.map(l=>l.x+l.width)),a=Math.max(...i.map(
l=>l.y+l.height));return{places:i,width:r,height:a}}function Nr({paint:n},t,e,s){for(let o=0;o<Vc&&!n(t,e,s);o++)
;}function Yt(n,t){let e=document.createElement("canvas");return e.width=n,e.height=t,e}function Tr(n){let{panels:t,
look:e}=n,{places:s,width:o,height:i}=bn(t,Sr*devicePixelRatio),[r,a]=s.map(c=>Yt(c.width,c.height));Nr(n,new ut(
r),new vt(a),{...e,scale:Sr*e.scale});let l=Yt(o,i),h=l.getContext("2d");return h.fillStyle=e.paper,h.fillRect(
0,0,o,i),[r,a].forEach((c,f)=>h.drawImage(c,s[f].x,s[f].y)),new Promise((c,f)=>l.toBlob(u=>u?c(u):f(new Error(
"The picture is too large.")),"image/png"))}function kr(n,t){let{panels:e,look:s}=n,{places:o,width:i,height:r}=bn(
e,1),a=Yt(1,1).getContext("2d"),l=(y,b)=>(a.font=b,a.measureText(y)),h=({data:y,width:b,height:x})=>{let M=Yt(
b,x);return M.getContext("2d").putImageData(new ImageData(y,b,x),0,0),M.toDataURL()},c=["data","nll"].map((y,b)=>new en(
y,l,o[b],h)),[f,u]=c.map((y,b)=>{let{width:x,height:M}=o[b];return{width:x,height:M,getContext:()=>y}});Zc(n,c,
f,u,{...s,scale:s.scale/devicePixelRatio});let p=document.createElement("title");p.textContent=t;let m=c.map(({
text:y},b)=>`<g transform="translate(${o[b].x} ${o[b].y})">
${y}
</g>`),w=`<svg xmlns="http://www.w3.org/2000/svg" ${`width="${i}" height="${r}" viewBox="0 0 ${i} ${r}"`}>
<title>${p.innerHTML}</title>
<rect width="${i}" height="${r}" fill="${s.paper}"/>
${m.join(`
`)}
</svg>
`;return new Blob([w],{type:"image/svg+xml"})}function Zc(n,t,e,s,o){let[i,r]=[new an(e),new vt(s)];Nr({...n,paint:()=>{
for(let l of t)l.parts=[];return n.paint(i,r,o)}},i,r,o)}var tf=30,ef=8e6,Ys="video/webm";function Er(){return typeof MediaRecorder=="function"&&"captureStream"in HTMLCanvasElement.
prototype&&MediaRecorder.isTypeSupported(Ys)}var xn=class{constructor(t,e,s){let{places:o,width:i,height:r}=bn(
t,devicePixelRatio),a=Yt(2*Math.ceil(i/2),2*Math.ceil(r/2)),l=a.getContext("2d");this.frame=0;let h=()=>{l.fillStyle=
s,l.fillRect(0,0,a.width,a.height),e.forEach((f,u)=>{let{x:p,y:m,width:d,height:w}=o[u];l.drawImage(f,p,m,d,w)}),
this.frame=requestAnimationFrame(h)};h(),this.recorder=new MediaRecorder(a.captureStream(tf),{mimeType:Ys,videoBitsPerSecond:ef});
let c=[];this.recorder.ondataavailable=({data:f})=>c.push(f),this.ready=new Promise(f=>{this.recorder.onstop=()=>f(
new Blob(c,{type:Ys}))}),this.recorder.start()}stop(){return cancelAnimationFrame(this.frame),this.recorder.state!==
"inactive"&&this.recorder.stop(),this.ready}};var nf=300;function Lr(n,t){return`EMExplorer(${[["data",sf(n,t)],["n_components",String(n.n_components)],["se\
ed",String(n.seed)],["start",n.start===S?of(n):JSON.stringify(n.start)],["reg_covar",String(n.reg_covar)],["sh\
ow",JSON.stringify(n.show).replaceAll(",",", ")],["coloring",JSON.stringify(n.coloring)],["half_step",String(n.
half_step)],["speed",String(n.speed)],["picture",JSON.stringify(n.picture)],["along",JSON.stringify(n.along)],
["slow",n.slow?"True":"False"]].filter(([o])=>!Se(n[o],dt[o])).map(([o,i])=>`${o}=${i}`).join(", ")})`}function sf({
data:n,own_points:t},e){return n===A?t.length>nf?"X":Pr(t):e.includes(n)?JSON.stringify(n):"X"}function of({own_start:n,
n_components:t}){let e=Float64Array.from(n),s=Oe(e.length,t),o=Array.from({length:t},(a,l)=>l),i=o.map(a=>Array.
from($(e,t,s,a))),r=o.map(a=>{let l=Array.from(E(e,t,s,a));return Array.from({length:s},(h,c)=>l.slice(c*s,(c+
1)*s))});return`(${[n.slice(0,t),i,r].map(Pr).join(", ")})`}function Pr(n){return JSON.stringify(n).replaceAll(
",",", ")}var rf="your data",$r=1e3,Ir="There is no picture yet.",af="The text is also here:";function lf(n,t,e){let s=Math.
ceil((t-e)/n+$r/1e3);return`Filming what you see, at the speed beside Play: ${n} half-step${n===1?"":"s"} per \
second. It plays to the end of the run, in ${s} seconds or more, or until you stop.`}var Mn=class{constructor(t,e){
this.app=t,this.options=e,this.linkTo=null,this.film=null;let s=(o,i,r=!0)=>g("button",{type:"button",hidden:!r,
onclick:i},o);this.link=s("Copy link",()=>this._copyLink(),!1),this.filming=s("Film to the end (WebM)",()=>this.
_toggleFilm(),Er()),this.said=g("p",{role:"status"}),this.text=g("textarea",{readonly:!0,hidden:!0,rows:"2","a\
ria-label":"text to copy"}),this.element=g("details",{class:"emx-share"},g("summary",{},"Share"),g("div",{class:"\
emx-bar"},this.link,s("Copy as Python",()=>this._copyPython()),s("Save PNG",()=>this._save("png")),s("Save SVG",
()=>this._save("svg")),this.filming),this.said,this.text)}setLink(t){this.linkTo=t,this.link.hidden=!1}_copyLink(){
let{state:t}=this.app,e=bs(t)?"":" Your own data are too many for a link: it leads to the data of this page.";
this._copy(this.linkTo?.(t)??"",e)}_copyPython(){let{data:t,has_own_steps:e}=this.options,s=t.filter(r=>r!==rf&&
r!==A),o=Lr(this.app.state,s),i=[o.includes("data=X")?" X stands for your data.":"",e?" Add e_step= and m_step\
= for your own functions.":""];this._copy(o,i.join(""))}async _copy(t,e){this.text.value=t,this.text.hidden=!1;
try{await navigator.clipboard.writeText(t),this.said.textContent=`Copied.${e} ${af}`}catch{this.text.select(),
this.said.textContent=`Press Ctrl+C (or Cmd+C) to copy this.${e}`}}async _save(t){this.text.hidden=!0;let e=this.
app.seen();if(!e){this.said.textContent=Ir;return}let s=this.app.layout.left.getAttribute("aria-label")??"";try{
this._hand(t==="png"?await Tr(e):kr(e,s),t)}catch(o){this.said.textContent=`The picture could not be saved: ${o.
message}`}}_hand(t,e){let{data:s,n_components:o,seed:i,half_step:r}=this.app.state,a=`em-${s.toLowerCase().replaceAll(
/[^a-z0-9]+/g,"-")}-K${o}-seed${i}-${r}.${e}`,l=g("a",{href:URL.createObjectURL(t),download:a});l.click(),setTimeout(
()=>URL.revokeObjectURL(l.href),6e4),this.said.textContent=`Saved as ${a}.`}async _toggleFilm(){let{app:t}=this;
if(this.film){t.player.pause();return}let e=t.seen();if(this.text.hidden=!0,!e){this.said.textContent=Ir;return}
let s=new xn(e.panels,[t.layout.left,t.layout.right],e.look.paper);this.film=s,this.filming.textContent="Stop \
filming",t.player.play(),this.said.textContent=lf(t.player.speed,t.scene.trace?.run.last??0,t.scene.h),await new Promise(
o=>{let i=()=>t.scene.isPlaying?requestAnimationFrame(i):setTimeout(o,$r);requestAnimationFrame(i)}),this.film=
null,this.filming.textContent="Film to the end (WebM)",this._hand(await s.stop(),"webm")}};function Fr(n,t){let{K:e,data:s}=n,{D:o}=s,[i,r]=[n.row(t),n.row(Math.max(t-1,0))],a=hf(n,t);return Array.from(
{length:e},(l,h)=>{let c=Array.from($(i,e,o,h)),f=E(i,e,o,h),u=c.map((m,d)=>Math.sqrt(f[d*o+d])),p=$(r,e,o,h);
return{weight:i[h],count:a&&a[h],mean:c,deviations:u,correlation:o===2?f[1]/(u[0]*u[1]):null,moved:Math.hypot(
...c.map((m,d)=>m-p[d]))}})}function hf(n,t){let e=n.responsibilities(t);if(!e)return null;let s=new Float64Array(
n.K);for(let o=0;o<e.length;o++)s[o%n.K]+=e[o];return s}function Rr(n,t){let e=n.responsibilities(t),{components:s,isPart:o}=n.data;if(!e||!s||o)return null;let{K:i}=n,
r=s.reduce((u,p)=>Math.max(u,p),-1)+1,a=Array.from({length:r},()=>new Float64Array(i)),l=new Float64Array(r);s.
forEach((u,p)=>{if(!(u<0)){l[u]+=1;for(let m=0;m<i;m++)a[u][m]+=e[p*i+m]}});let h=Array.from({length:i},(u,p)=>p),
c=a.map((u,p)=>({group:p,components:h.filter(m=>u[m]>=.25*l[p])})).filter(({components:u})=>u.length>1),f=h.map(
u=>({component:u,groups:a.flatMap((p,m)=>p[u]>=.5*l[m]?[m]:[])})).filter(({groups:u})=>u.length>1);return{shared:c,
joined:f}}function Cr(n){let t=s=>n[s-1]-n[s],e=null;for(let s=2;s<n.length;s++){let o=s,i=0;for(;o<n.length&&t(o)<1;)i=
Math.max(i,t(o++));if(o===s)continue;let r=o;for(let l=o;l<n.length;l++)t(l)>t(r)&&(r=l);let a=o-s>=5&&o-s>(e?
e.to-e.from+1:0);o<n.length&&a&&t(r)>3*i&&(e={from:s,to:o-1,steepest:i,falls:r}),s=o}return e}var cf={class:"emx-scroll",tabindex:"0",role:"region","aria-label":"components in numbers"},jr=n=>n.join(", ").
replace(/, ([^,]*)$/," and $1"),_n=class{constructor(t){this.app=t,this.caption=g("caption",{}),this.head=g("t\
head",{}),this.body=g("tbody",{}),this.groups=g("p",{}),this.curve=g("p",{}),this.element=g("details",{class:"\
emx-numbers",ontoggle:()=>this.show()},g("summary",{},"In numbers"),g("div",cf,g("table",{},this.caption,this.
head,this.body)),this.groups,this.curve)}show(){let{trace:t,h:e,data:s}=this.app.scene;if(!this.element.open||
!t||!s)return;this.caption.textContent=`${he(e)}: ${ce(t,e)}`;let o=s.D>1?s.labels.length===s.D?s.labels:ff(s.
D):s.labels,i=["component","weight","N_k",...o.map(r=>`mean of ${r}`),...o.map(r=>`standard deviation of ${r}`),
...s.D===2?["correlation"]:[],"mean moved by"];this.head.replaceChildren(g("tr",{},...i.map(r=>g("th",{scope:"\
col"},r)))),this.body.replaceChildren(...Fr(t,e).map(({weight:r,count:a,mean:l,deviations:h,correlation:c,moved:f},u)=>{
let p=[...l,...h,...s.D===2?[c??NaN]:[],f],m=[v(r),a===null?"–":v(a),...p.map(v)];return g("tr",{},g("th",{scope:"\
row"},String(u)),...m.map(d=>g("td",{},d)))})),this.groups.textContent=uf(t,e),this.curve.textContent=pf(t)}},
ff=n=>Array.from({length:n},(t,e)=>`feature ${e}`);function uf(n,t){let e=Rr(n,t);if(!e)return"";let{shared:s,
joined:o}=e;return[...s.map(({group:r,components:a})=>`Components ${jr(a)} share group ${r}.`),...o.map(({component:r,
groups:a})=>`Component ${r} holds groups ${jr(a)}.`)].join(" ")||"No group is shared, and no component holds t\
wo groups."}function pf(n){let t=Cr(n.nll);if(!t)return"";let{from:e,to:s,steepest:o,falls:i}=t,r=n.nll[i-1]-n.
nll[i];return`From iteration ${e} to ${s} the curve is nearly flat: the NLL falls by at most ${v(o)} per itera\
tion. In iteration ${i} it falls by ${v(r)}.`}var mf=.001;function Br(n){let[t,e]=[1/0,-1/0];for(let s=0;s<n.N;s++)t=Math.min(t,n.places[2*s]),e=Math.max(e,
n.places[2*s]);return mf*(e-t||1)}function de(n,t,e,[s,o]=[1,1]){let i=tt(n.length,e.D),[r,a,l]=F(n,i,e.plane,
t).spread;if(e.plane.shown===1)return{width:s*Math.sqrt(r),height:0,angle:0};let{long:h,short:c,angle:f}=jt([s*
s*r,s*o*a,o*o*l]);return{width:h,height:c,angle:f}}function An(n,t,e,s,o,i=[1,1]){let{D:r,axes:a,shown:l}=o.plane,
h=tt(n.length,r),c=df(e,s,i),f=new Float64Array(r*r);for(let d=0;d<r;d++){f[d*r+d]=1;for(let w=0;w<r;w++)for(let y=0;y<
l;y++)for(let b=0;b<l;b++){let x=c[y][b]-(y===b?1:0);f[d*r+w]+=a[d*l+y]*x*a[w*l+b]}}let u=Float64Array.from(n),
p=zr(f,zr(E(n,h,r,t),gf(f,r),r),r),m=J(h,r,t);for(let d=0;d<r;d++)for(let w=0;w<=d;w++)u[m++]=p[d*r+w];return u}
function df(n,t,e){let[s,o,i,r]=[n,t].flatMap(({angle:c})=>[Math.cos(c),Math.sin(c)]),a=t.width/n.width,l=n.height>
0?t.height/n.height:1;return[[i*a*s+r*l*o,i*a*o-r*l*s],[r*a*s-i*l*o,r*a*o+i*l*s]].map((c,f)=>c.map((u,p)=>u*e[p]/
e[f]))}function zr(n,t,e){let s=new Float64Array(e*e);for(let o=0;o<e;o++)for(let i=0;i<e;i++)for(let r=0;r<e;r++)
s[o*e+i]+=n[o*e+r]*t[r*e+i];return s}function gf(n,t){return n.map((e,s)=>n[s%t*t+Math.floor(s/t)])}function vn(n,t,e,s){if(t===1)return n;let o=Float64Array.from(n),[i,r]=[Math.min(Math.max(s,.01),1-.01),1-n[e]];
for(let a=0;a<t;a++)a!==e&&(o[a]=r>0?n[a]*(1-i)/r:(1-i)/(t-1));return o[e]=i,o}var Wr={width:["0.1","standard deviation in the direction of the angle"],height:["0.1","standard deviation acr\
oss the angle"],angle:["5","in degrees, anticlockwise from the horizontal axis"],weight:["0.05","the other wei\
ghts keep their proportions"]},qr=180/Math.PI,On=class{constructor(t,e){this.app=t,this.which=e,this.axes={width:NaN,
height:NaN,angle:0};let s=Object.keys(Wr),o=i=>{let[r,a]=Wr[i];return g("input",{type:"number",step:r,title:a,
"aria-label":i,onchange:()=>this._set(i)})};this.fields=Object.fromEntries(s.map(i=>[i,o(i)])),this.element=g(
"div",{class:"emx-bar"},...s.map(i=>g("label",{},g("span",{},i),this.fields[i])))}_row(){let{trace:t,data:e,choice:s,
h:o}=this.app.scene,i=this.which();return!t||!e||t.K!==s.n_components||!(i>=0&&i<t.K)?null:{row:t.row(o),K:t.K,
data:e,k:i}}mean(){let t=this._row();return t&&F(t.row,t.K,t.data.plane,t.k).place}show(){let t=this._row(),{fields:e}=this;
for(let h of Object.values(e))h.readOnly=!t;if(!t)return;let{row:s,K:o,data:i,k:r}=t,a=i.plane.shown===1;this.
axes=Kr(de(s,r,i),this.axes);let l={...this.axes,angle:this.axes.angle*qr,weight:s[r]};for(let h of Object.keys(
l)){let c=h==="weight"?o===1:a&&h!=="width";e[h].readOnly=c,e[h].matches(":focus")||(e[h].value=c?"":Qs(l[h]))}}_set(t){
let e=this._row(),s=Number(this.fields[t].value);if(!e||this.fields[t].value===""||!Number.isFinite(s))return;
let{row:o,K:i,data:r,k:a}=e;if(t==="weight"){this.app.startFrom(vn(o,i,a,s));return}let l=Kr(de(o,a,r),this.axes),
h=t==="angle"?s/qr:Math.max(s,Br(r));this.axes={...l,[t]:h},this.app.startFrom(An(o,a,l,this.axes,r))}};function Kr({
width:n,height:t,angle:e},s){if(n-t<=1e-9*n)return{width:n,height:t,angle:s.angle};let o=Math.round((s.angle-e)/
(Math.PI/2)),i=Number.isNaN(s.width)?0:o,r=e+i*Math.PI/2;return i%2?{width:t,height:n,angle:r}:{width:n,height:t,
angle:r}}function Qs(n){return String(Number(n.toPrecision(4)))}var Sn=class{constructor(t){this.app=t,this.isAdding=!1,this.isOffered=!1,this.wanted=this.given=0,this.which=
Xs("component"),this.fields=[Xs("x₁"),Xs("x₂")],this.isTyped=!1,this.component=new On(t,()=>Number(this.which.
value)),this.mode=Et("a click adds a point",e=>this._setAdding(e),"otherwise, drag a mean to set the start"),this.
why=g("p",{}),this.element=this._panel()}_panel(){let{which:t,fields:e}=this,[s,o]=e;for(let l of e)l.addEventListener(
"input",()=>this.isTyped=!0);t.min="0",t.addEventListener("input",()=>{this.isTyped=!1,this.show(),this.app.drag.
choose(Number(t.value))});for(let l of[t,this.component.element])l.addEventListener("focusin",()=>this.app.drag.
choose(Number(t.value))),l.addEventListener("focusout",()=>this.app.drag.choose(-1));let i=()=>e.map(l=>l.value===
""?NaN:Number(l.value)),r=(l,h)=>g("button",{type:"button",onclick:h},l),a=(l,h)=>g("label",{},g("span",{},l),
h);return g("details",{class:"emx-own"},g("summary",{},"Your own start and points"),g("p",{},"Drag a mean, a d\
ot at the end of an axis (it stretches and turns the component) or the dashed ring (its weight): EM starts fro\
m the mixture you see, with that change. Or enter numbers:"),g("div",{class:"emx-bar"},a("x₁",s),a("x₂",o),
a("component",t),r("Move its mean there",()=>this.setMean(Number(t.value),i())),r("Add a point there",()=>this.
addPoint(i()))),this.component.element,g("div",{class:"emx-bar"},this.mode.element,r("Remove all points",()=>this.
removePoints())),this.why)}show(){this.component.show();let t=this.component.mean();!t||this.isTyped||this.fields.
forEach((e,s)=>{e.matches(":focus")||(e.value=Qs(t[s]))})}_setAdding(t,e=!1){this.isAdding=this.mode.input.checked=
t,this.isOffered=e,this.app.redraw()}offer(){this.element.open=!0,!this.isAdding&&!this.mode.input.disabled&&this.
_setAdding(!0,!0)}leave(){this.isOffered&&this._setAdding(!1)}_isPlace(t){let e=t.every(Number.isFinite);return e||
this.app.say("Type a number for x₁ and for x₂."),e}setMean(t,e){let{scene:s}=this.app,{trace:o,data:i,choice:r,
h:a}=s;this._isPlace(e)&&(!o||!i||o.K!==r.n_components?this.app.say("There is no picture of this choice yet, s\
o there is no mean to move."):!Number.isInteger(t)||!(t>=0&&t<o.K)?this.app.say(`There is no component ${t}: t\
he components are 0 to ${o.K-1}.`):(this.isTyped=!1,this.app.startFrom(ct(o.row(a),t,e,i))))}addPoint(t){let{app:e}=this,
{data:s,choice:o}=e.scene;if(!this._isPlace(t))return;if(s&&s.D!==2){e.say("Points can be added to data of two\
 features: choose another data set.");return}let r=[...o.data===A?o.own_points:wf(s),t];this._remember(),this.
given=Math.min(this.wanted,r.length);let a=this.given===o.n_components?{}:{n_components:this.given};e.choose({
data:A,own_points:r,...a})}removePoints(){this._remember(),this.app.choose({data:A,own_points:[]})}fit(t){t.own_points.
length&&(this.wanted=t.n_components,this.given=t.n_components=Math.min(this.wanted,t.own_points.length))}_remember(){
let{data:t,n_components:e}=this.app.scene.choice;(t!==A||e!==this.given)&&(this.wanted=e)}limit(t){for(let e of this.
element.querySelectorAll("input, button"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};function Xs(n){
return g("input",{type:"number",step:"any",value:"0","aria-label":n})}function wf(n){return n?Array.from({length:n.
N},(t,e)=>[n.X[2*e],n.X[2*e+1]]):[]}var yf=/^[+-]?\d+(,\d+)?$/,j=class extends Error{};function Gr(n){let t=n.replace(/^\ufeff/,"").replace(/\r\n?/g,
`
`),e=bf(t);return{rows:(e===" "?Mf(t):Af(t,e)).filter(({cells:o})=>o.some(i=>i!=="")),separator:e}}function bf(n){
let t=n.replace(/"[^"]*"/g,'""').split(`
`).map(i=>i.trim()).filter(i=>i!==""&&!Vs(i)).slice(0,50),e=i=>t.filter(r=>r.includes(i)).length>t.length/2,s=[
"	",";",","].find(i=>e(i)&&t[0].includes(i)),o=t.slice(t.length>1?1:0).every(xf);return s&&!(s===","&&o)?s:e("\
 ")?" ":"\0"}function xf(n){let t=n.split(/\s+/);return t.length>1&&t.every(e=>yf.test(e))}function Vs(n){return/^\s*#(?!\s*[,;\t])/.
test(n)}function Mf(n){let t=e=>e.match(/"[^"]*"|\S+/g)??[];return n.split(`
`).map((e,s)=>({line:s+1,cells:Vs(e)?[]:t(e).map(_f)}))}function _f(n){return n.replace(/^"(.*)"$/,"$1").trim()}
function Af(n,t){let e=[],s=1,o=0;for(;o<n.length;){let i=Ur(n,o);if(Vs(n.slice(o,i))){o=i+1,s++;continue}let r={
line:s,cells:[]};for(let a=!1;!a;){let l=vf(n,o,t,s);r.cells.push(l.value.trim()),s+=l.value.split(`
`).length-1,a=n[l.end]!==t,o=l.end+1}s++,e.push(r)}return e}function vf(n,t,e,s){let o=/[^\S\n\t]*"([^"]*(?:""[^"]*)*)("?)[^\S\n\t]*/y;
o.lastIndex=t;let i=o.exec(n);if(i&&!i[2])throw new j(`The quote in line ${s} is never closed: close it, or re\
move it.`);let r=i?n[o.lastIndex]:"";if(i&&(r===e||r===`
`||r===void 0))return{value:i[1].replaceAll('""','"'),end:o.lastIndex};let a=n.indexOf(e,t),l=Math.min(a<0?n.length:
a,Ur(n,t));return{value:n.slice(t,l),end:l}}function Ur(n,t){let e=n.indexOf(`
`,t);return e<0?n.length:e}var Hr=10,Dr=2e4,Of=1e150,Jr=/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i,Yr=/^([-?.]|#?n\/?a|nan|null|none|[+-]?inf(inity)?)?$/i,
Sf=/^(#|id|index|row|no\.?|nr\.?)?$/i;function Qr(n){let{rows:t,separator:e}=Gr(n.replaceAll("−","-"));if(t.
length===0)throw new j("There is nothing to read: paste one sample per line, such as 1.5, 2.0.");let{header:s,
body:o}=Nf(t);Tf(o,s?.length??o[0].cells.length),kf(o,e);let i=o[0].cells.map((u,p)=>Ef(p,s,o)),r=i.filter(({kind:u})=>u===
"numbers"),a=o.map((u,p)=>r.map(({cells:m})=>m[p])).filter(u=>u.every(Nn));Lf(r.length,a.length);let l=Float64Array.
from(a.flat(),u=>Number(u.replace(",",".")));if(l.some(u=>Math.abs(u)>=Of))throw new j("Some numbers are beyon\
d 1e150, and their squares overflow: rescale the data.");let h=r.map(({name:u},p)=>u||`x${If(p+1)}`),c=i.filter(
({kind:u})=>u!=="numbers"),f={rows:o.length-a.length,columns:c.map(({name:u,place:p,kind:m})=>({name:u,place:p,
kind:m}))};return{X:l,N:a.length,D:r.length,names:h,leftOut:f}}function Xr({rows:n,columns:t}){let e=t.map(s=>`${Zr(
s)} (${s.kind})`);return n===1&&e.push("1 row without all its numbers"),n>1&&e.push(`${n} rows without all the\
ir numbers`),e.length?`Left out: ${e.join(", ")}.`:""}function Nn(n){return Jr.test(n)}function Zs(n){return!Jr.
test(n)&&!Yr.test(n)}function Vr(n){return n.filter(Nn).length>n.filter(Zs).length}function Nf(n){let[{cells:t},
...e]=n;if(e.length===0)return{header:null,body:n};let o=e.every(({cells:a})=>a.length===t.length+1&&a[t.length]!==
"")?["",...t]:t,i=a=>e.map(({cells:l})=>l[a]??"");return!o.some(Nn)&&o.some((a,l)=>Zs(a)&&Vr(i(l)))?{header:o,
body:e}:{header:null,body:n}}function Tf(n,t){for(let e of n){for(;e.cells.length>t&&e.cells[e.cells.length-1]===
"";)e.cells.pop();if(e.cells.length!==t)throw new j(`Line ${e.line} has ${Pf(e.cells.length,"cell")} where ${t}\
 were expected: give every line one cell per column.`)}}function kf(n,t){let e=n.flatMap(({cells:r})=>r.filter(
Nn)),[s,o]=[",","."].map(r=>e.find(a=>a.includes(r)));if(!s||t!==","&&!o)return;let i=o?`, and ${o} a decimal \
point`:" between commas";throw new j(`${s} has a decimal comma${i}: use the same sign in all numbers, and anot\
her between them.`)}function Ef(n,t,e){let s={name:t?.[n]??"",place:n+1,cells:e.map(({cells:h})=>h[n])},{name:o,
cells:i}=s;if(i.every(h=>Yr.test(h)))return{...s,kind:"empty"};if(!Vr(i))return{...s,kind:"text"};let r=i.findIndex(
Zs);if(r>=0)throw new j(`Line ${e[r].line} has "${ta(i[r])}" in ${Zr(s)}, where a number was expected: correct\
 it, or leave the cell empty.`);let a=i.every((h,c)=>Number(h)===Number(i[0])+c),l=t&&n===0&&a&&Sf.test(o);return{
...s,kind:l?"row numbers":"numbers"}}function Zr({name:n,place:t}){return n?`column "${ta(n)}"`:`column ${t}`}
function ta(n){let t=n.replace(/\s+/g," ");return t.length>40?`${t.slice(0,40)}…`:t}function Lf(n,t){let e=n===
0?"No column holds numbers: paste one sample per line, such as 1.5, 2.0.":t===0?"No row has all its numbers: f\
ill the empty cells, or remove the column they are in.":n>Hr?`The table has ${n} columns of numbers, and at mo\
st ${Hr} can be shown: remove some.`:t>Dr?`The table has ${t} samples, and at most ${Dr} can be shown: remove \
some.`:"";if(e)throw new j(e)}function Pf(n,t){return`${n} ${t}${n===1?"":"s"}`}function If(n){return String(n).
replace(/\d/g,t=>String.fromCharCode(8320+Number(t)))}var ea=20,$f=2e7;function Ff(n,t){let{X:e,N:s,D:o,names:i,leftOut:r}=Qr(n);if(s>t)throw new j(`The table has ${s}\
 samples, and a notebook keeps at most ${t}: remove some, or use EMExplorer(X).`);let a=Array.from({length:s},
(c,f)=>Array.from(e.subarray(f*o,(f+1)*o))),l=i.map(c=>c.length>ea?`${c.slice(0,ea)}…`:c),h=[Xr(r),Rf(a,i)].
filter(Boolean).join(" ");return{points:a,labels:l,note:h}}function Rf(n,t){let e=t.filter((s,o)=>n.length>1&&
n.every(i=>i[o]===n[0][o]));return e.length?`All samples have the same ${e.join(" and ")}: only reg_covar give\
s it a variance.`:""}var Tn=class{constructor(t,e){this.app=t,this.text=g("textarea",{rows:"4",spellcheck:"fal\
se","aria-label":"your data, one sample per line",placeholder:`x, y
1.5, 2.0
0.3, 1.1`}),this.problem=g("p",{class:"emx-problem",role:"alert"});let s=g("input",{type:"file",accept:".csv,.\
tsv,.txt,.dat,text/*",onchange:()=>{s.files?.length&&this._readFile(s.files[0]),s.value=""}});this.why=g("p",{}),
this.element=g("details",{class:"emx-own"},g("summary",{},"Your own data"),g("p",{},"Paste a table with one sa\
mple per line, choose a CSV file, or drop it on the picture."),this.text,g("div",{class:"emx-bar"},g("button",
{type:"button",onclick:()=>this.read(this.text.value)},"Show these data"),g("label",{},g("span",{},"CSV file"),
s)),this.problem,this.why),this._acceptDrops(e)}_acceptDrops(t){let e=s=>!this.why.textContent&&s.dataTransfer?.
types.includes("Files");t.addEventListener("dragover",s=>e(s)&&s.preventDefault()),t.addEventListener("drop",s=>{
let o=s.dataTransfer?.files[0];!e(s)||!o||(s.preventDefault(),s.stopPropagation(),this._readFile(o))})}async _readFile(t){
t.size>$f?this._fail("This file is larger than 20 MB: choose a smaller one."):this.read(await t.text())}read(t){
this.problem.textContent="";try{if(t.includes("\0")||t.startsWith("PK"))throw new j("This is not a text file: \
save the table as CSV, and choose that file.");let{points:e,...s}=Ff(t,this.app.mostPoints);this.app.takePoints(
e,s)}catch(e){if(!(e instanceof j))throw e;this._fail(e.message)}}_fail(t){this.element.open=!0,this.problem.textContent=
t,this.problem.scrollIntoView({block:"nearest"})}limit(t){for(let e of this.element.querySelectorAll("input, b\
utton, textarea"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};var Cf=250,kn=class{constructor(t,e,s){this.pictures=t,this.transport=e,this.settled=s,this.timer=0,this.badge=
g("strong",{class:"emx-badge"}),this.where=g("span",{class:"emx-where"}),this.weights=g("span",{class:"emx-wei\
ghts",title:"mixture weights of components 0, 1, 2 and so on"}),this.why=g("p",{class:"emx-why"}),this.live=g(
"p",{class:"emx-hidden",role:"status"}),this.line=g("div",{class:"emx-status"},this.badge,this.where,this.weights),
this.elements=[this.line,this.why,this.live]}close(){clearTimeout(this.timer)}tell(t,e,s,o=""){let{badge:i,where:r,
weights:a,why:l}=this,{dragged:h,isPlaying:c,canRun:f,layers:u}=t,p=he(s),m=h?jf(e,s):ce(e,s);i.textContent=s===
e.failed?`${p} failed`:p,i.dataset.name=_(s),r.textContent=m+(h?"":vi(e,f,s)),a.textContent=Si(e,s),l.textContent=
Ni(e,s,u.bound);let d=s===e.failed||s===0&&e.failed>0||e.rises(s);l.classList.toggle("emx-alarm",d),this.transport.
show({h:s,end:e.last,isPlaying:c,text:`${p}, ${m}`}),clearTimeout(this.timer),c||(this.timer=window.setTimeout(
()=>this._readOut(t,e,s,m,o),Cf))}clear(t){for(let e of[this.badge,this.where,this.weights,this.why])e.textContent=
"";delete this.badge.dataset.name,this.why.classList.remove("emx-alarm"),this.transport.show({h:0,end:0,isPlaying:!1,
text:"no points yet",why:t}),clearTimeout(this.timer),this.live.textContent=t}_readOut(t,e,s,o,i){let{badge:r,
where:a,why:l,live:h,pictures:c}=this;if(h.textContent=`${r.textContent}, ${a.textContent}. ${l.textContent} ${i}`.
trim(),c.left.setAttribute("aria-label",Ti(t.choice,e,s,t.layers)),i){let f=lt[t.layers.picture??""];c.right.setAttribute(
"aria-label",`${f[0].toUpperCase()}${f.slice(1)}. ${i}`),this.settled();return}c.right.setAttribute("aria-labe\
l",Oi(e,o)),this.settled()}};function jf(n,t){let s=(n.failed>=0?" fails":n.judged.flaw&&" collapses")||` ends\
 at ${v(n.nll[n.nll.length-1])}`;return`dragged, NLL ${v(n.nllAt(t))}${n.isRunning?"":`; from here EM${s}`}`}var na="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s seed, + \
− speed, . , next or previous sample, p present, f full screen, Esc back.",zf="only the two pictures, as lar\
ge as the screen allows (p); Esc leaves",Bf="large letters and marks; everything stays where it is",Wf="the wh\
ole explorer, with all its controls, fills the screen (f)",qf=500,En=class{constructor(t,e){let s=i=>t.controls.
includes(i),o=i=>g("canvas",{role:"img","aria-label":i});this.left=o("the data"),this.right=o("the negative lo\
g-likelihood"),this.controls=jo(t,i=>e.choose(i)),this.transport=zo(e),this.transport.showSpeed(e.player.speed),
this.presents=g("button",{type:"button","aria-pressed":"false","aria-keyshortcuts":"p",title:zf},"Present"),s(
"view")&&this.transport.element.append(this.presents),this.layers=Bo(e.scene.layers,i=>e.setLayers(i)),this.picture=
Uo(e.scene.layers,i=>e.setLayers(i),this.layers.boxes),this.layers.right.prepend(...this.picture.elements),this.
note=g("p",{class:"emx-note"}),this.problem=g("p",{class:"emx-problem",role:"alert"}),this.said=g("p",{class:"\
emx-said",role:"alert"}),this.status=new kn(this,this.transport,()=>e.settled()),this.atlas=new Ve(t.counts,t.
seeds,(i,r)=>e.toEnd({n_components:i,seed:r}),(i,r,a)=>e.scene.data&&Qi(i,r,a,e.scene.data)),this.atlas.element.
hidden=!0,this.own=new Sn(e),this.stories=e.stories,s("stories")&&!t.has_own_steps&&t.max_iter>=qf&&this.controls.
element.append(e.stories.element),this.share=new Mn(e,t),this.numbers=new _n(e),this.panels=[this.left,this.right].
map(i=>g("div",{class:"emx-panel"},g("img",{hidden:!0}),i)),this.stage=g("div",{class:"emx-panels",tabindex:"0",
role:"group","aria-label":`Pictures of EM. ${na}`},...this.panels,e.stories.card.element),this.foot=Kf(e,s,t.large),
this.table=new Tn(e,this.stage),this.element=g("div",{class:"emx",role:"region","aria-label":"EM explorer",tabindex:"\
-1"},this.controls.element,this.problem,this.said,this.stage,this.transport.element,...this.status.elements,e.
comparison.line,s("layers")?g("div",{class:"emx-under"},this.layers.left,this.layers.right):null,this.note,this.
foot,this.atlas.element,g("div",{class:"emx-folds"},this.numbers.element,this.starts=g("div",{hidden:!s("own")},
this.own.element,this.table.element),s("share")?this.share.element:null)),this.element.classList.toggle("emx-l\
arge",t.large)}addBasins(t){this.starts.append(t)}showChoice(t){this.controls.show(t),this.stories.showChoice(
t),this.said.textContent="",this.atlas.choose(t.n_components,t.seed)}get isLarge(){return this.element.classList.
contains("emx-large")}};function Kf(n,t,e){let s=(i,r,a=!1,l="")=>{let h=g("button",{type:"button","aria-press\
ed":String(a),title:l},i);return h.onclick=()=>h.setAttribute("aria-pressed",String(r())),h},o={type:"button",
title:Wf,onclick:()=>n.surroundings.toggleFullScreen()};return g("div",{class:"emx-bar emx-foot"},t("atlas")?s(
"Atlas of K and seeds",()=>n.showing.toggleAtlas()):null,...t("compare")?[n.comparison.pinButton,n.comparison.
kmeansButton]:[],t("view")?s("Large type",()=>n.surroundings.toggleLarge(),e,Bf):null,t("view")?g("button",o,"\
Full screen"):null,g("details",{class:"emx-keys"},g("summary",{},"Keys"),g("p",{},na)))}var Gf="Python no longer holds this explorer: it plays the runs of your functions that it has, and no others u\
ntil you",Ln=class{constructor(t,e){this.layout=t,this.tell=e,this.reason="",this.isAlone=!1}ofKernel(t){this.
reason=t?"":`${Gf} ${We(this.layout.element)}.`,this.layout.own.limit(this.reason),this.layout.table.limit(this.
reason),this.tell()}keepStills(){if(this.isAlone)for(let t of[this.layout.left,this.layout.right]){let e=t.previousElementSibling;
e.src=t.toDataURL(),e.alt=t.getAttribute("aria-label")??"",e.hidden=!1,t.setAttribute("aria-hidden","true")}}};function sa(n){return{...n,size:18,scale:n.scale*n.size/18}}var Pn=class{constructor({element:t,stage:e,presents:s},o){
this.element=t,this.stage=e,this.button=s,this.resize=o,this.timer=0,this.button.addEventListener("click",()=>this.
toggle()),this.wake=()=>this._wake();for(let i of["pointermove","pointerdown","keydown","focusin"])t.addEventListener(
i,this.wake);this.left=()=>this.isFull&&document.fullscreenElement!==t&&this.leave(),this.isFull=!1,document.addEventListener(
"fullscreenchange",this.left)}close(){this.leave(),document.removeEventListener("fullscreenchange",this.left)}get isOn(){
return this.element.classList.contains("emx-presenting")}toggle(){this.isOn?this.leave():this.enter()}async enter(){
this._show(!0),this.stage.focus({preventScroll:!0});try{document.fullscreenElement!==this.element&&await this.
element.requestFullscreen(),this.isFull=!0,this.isOn||this._shrink()}catch{this.isOn&&this._cover()}this.resize()}_cover(){
this.element.setAttribute("popover","manual"),this.element.showPopover?.(),this.stage.focus({preventScroll:!0})}leave(){
return this.isOn?(this._show(!1),this._shrink(),this.resize(),!0):!1}_shrink(){this.element.removeAttribute("p\
opover"),this.isFull&&document.fullscreenElement===this.element&&document.exitFullscreen(),this.isFull=!1}_show(t){
this.element.classList.toggle("emx-presenting",t),this.button.setAttribute("aria-pressed",String(t)),this._wake()}_wake(){
clearTimeout(this.timer),this.element.classList.remove("emx-quiet"),this.isOn&&(this.timer=window.setTimeout(()=>this.
element.classList.add("emx-quiet"),2500))}};var In=class{constructor(t,e,s){this.choice=t,this.h=e,this.layers={...s},this.data=null,this.trace=null,this.
dragged=null,this.held={component:-1,part:null,at:null},this.isPlaying=!1,this.canRun=!0}get isEmpty(){return this.
choice.data===A&&!this.choice.own_points.length}};var $n=class{constructor(t,e,s){this.scene=t,this.runs=e,this.screen=s,this.wanted=null,this.timer=0}to(t){clearTimeout(
this.timer),this.wanted=t,t||(this.scene.dragged=null,this.runs.endAside(this.scene.choice)),this.screen.redraw()}compute(){
let{scene:t,runs:e,wanted:s}=this;if(!s||!t.data)return;this.wanted=null;let o=e.from(s,t.data,t.choice,9);t.dragged=
o,o.isRunning&&(this.timer=window.setTimeout(()=>e.followAside(o),120))}close(){clearTimeout(this.timer)}};var to=4.5,oa=to*Math.sqrt(10),ge=18,ot={least:22,most:92,hit:7},Fn=18,Uf=1,Hf=n=>n>=2*Fn?n:Fn+n/2,Df=n=>n>=2*
Fn?n:2*(n-Fn);function Rn(n,t,e,s,o,i,r){let{box:a}=n,l=de(t,e,s,la(n)),h=([y,b]=i)=>y>=a.left&&y<=a.left+a.width&&
b>=a.top&&b<=a.top+a.height,c=y=>{let[b,x]=ha(l,y),M=Hf(l[y]/o)*o,O=Ae=>[i[0]+Ae*M*b,i[1]+Ae*M*x],R=(r?rt(O(-1),
r)<rt(O(1),r):!h(O(1))&&h(O(-1)))?-1:1;return{part:y,at:O(R),sign:R}},u=tt(t.length,s.D)>1?(ot.least+(ot.most-
ot.least)*t[e])*o:0,p=n.flat?[c("width")]:[c("width"),c("height")],[m,d]=[0,0];for(let{at:y}of p)[m,d]=[m+(i[0]-
y[0])/rt(y,i),d+(i[1]-y[1])/rt(y,i)];n.flat&&(d=-1);let w=Math.hypot(m,d);return{k:e,mean:i,axes:l,dots:p,ring:u,
knob:[i[0]+u*m/w,i[1]+u*d/w],px:o}}function eo({mean:n,dots:t,ring:e,knob:s,px:o},i){let r=[{part:"mean",place:n,
reach:e?ot.least-ot.hit:ge},...t.map(c=>({part:c.part,place:c.at,reach:oa}))];e&&r.push({part:"weight",place:s,
reach:oa});let a=r.map(({place:c,reach:f})=>rt(c,i)/(f*o)),l=a.indexOf(Math.min(...a));return a[l]<1?{part:r[l].
part,far:a[l]}:{part:e&&Math.abs(rt(n,i)-e)<ot.hit*o?"weight":null,far:1}}function ra(n,t){let{mean:e,ring:s,px:o}=n;
return eo(n,t).part!==null||no(n,t)<=1||rt(e,t)<s+ot.hit*o}function no({mean:n,axes:t,dots:e},s){let[o,i]=[s[0]-
n[0],s[1]-n[1]];return Math.hypot(...e.map(({part:r})=>{let[a,l]=ha(t,r);return(o*a+i*l)/t[r]}))}function aa({
k:n,mean:t,axes:e,dots:s,ring:o,px:i},r,a,l,h,c,f){if(r==="mean")return ct(h,n,[f.x.back(l[0]),f.flat?0:f.y.back(
l[1])],c);if(r==="weight"){let R=((o+rt(l,t)-rt(a,t))/i-ot.least)/(ot.most-ot.least);return vn(h,tt(h.length,c.
D),n,R)}let{at:u,sign:p}=s.find(N=>N.part===r)??s[0],{left:m,top:d,width:w,height:y}=f.box,b=p*(ia(u[0]+l[0]-a[0],
m,w)-t[0]),x=f.flat?0:p*(ia(u[1]+l[1]-a[1],d,y)-t[1]),M=Math.max(Df(Math.hypot(b,x)/i),Uf)*i,O=f.flat?0:Math.atan2(
-x,b)-(r==="height"?Math.PI/2:0);return An(h,n,e,{...e,[r]:M,angle:O},c,la(f))}function ia(n,t,e){return Math.
min(Math.max(n,t),t+e)}function la({x:n,y:t}){return[n.to(1)-n.to(0),t.to(0)-t.to(1)]}function ha({angle:n},t){
let e=t==="width"?n:n+Math.PI/2;return[Math.cos(e),-Math.sin(e)]}function rt(n,t){return Math.hypot(n[0]-t[0],
n[1]-t[1])}function Jf(n,t,e){let s=Math.min(e/2/Math.hypot(t[0]-n[0],t[1]-n[1]),1);return[n[0]+s*(t[0]-n[0]),n[1]+s*(t[1]-
n[1])]}function ca(n,{k:t,mean:e,dots:s,ring:o,knob:i,px:r},a,l,h){let c=h.colors[t%h.colors.length],f=(d,w)=>{
let y=(d?3:1.5)*r;for(let[b,x]of[[h.paper,y+2*r],[h.ink,y]])n.strokeStyle=b,n.lineWidth=x,n.beginPath(),w(),n.
stroke()},u=([d,w],y)=>{n.fillStyle=y?h.ink:c,f(!1,()=>n.arc(d,w,(y?1.4:1)*to*r,0,2*Math.PI)),n.fill()};o&&(n.
setLineDash([5*r,4*r]),f(a==="weight",()=>n.arc(...e,o,0,2*Math.PI)),n.setLineDash([]));for(let{at:d}of s)f(!1,
()=>(n.moveTo(...Jf(e,d,ge*r)),n.lineTo(...d)));for(let{at:d,part:w}of s)u(d,a===w);if(!o||(u(i,a==="weight"),
a!=="weight"))return;n.font=`600 ${.95*h.size*h.scale}px ${h.family}`,n.textAlign=i[0]<e[0]?"right":"left",n.textBaseline=
"middle";let p=[i[0]+(i[0]<e[0]?-10:10)*r,i[1]],m=`weight ${l.toFixed(2)}`;n.strokeStyle=h.paper,n.lineWidth=4*
h.scale,n.strokeText(m,...p),n.fillStyle=h.ink,n.fillText(m,...p)}var we=class{constructor(t,e,s={}){this.X=t,this.D=e,this.N=t.length/e;let{plane:o,labels:i,note:r}=Yf(t,this.
N,e),{truth:a=null,start:l=null,components:h=null,n_samples:c=0}=s;this.plane=o,this.labels=s.labels??i,this.note=
s.note??r,this.truth=a,this.start=l,this.components=h,this.isPart=this.N<c,this.places=this._places()}_places(){
let{D:t,origin:e,axes:s,shown:o}=this.plane,i=new Float64Array(2*this.N);for(let r=0;r<this.N;r++)for(let a=0;a<
o;a++){let l=0;for(let h=0;h<t;h++)l+=(this.X[r*t+h]-e[h])*s[h*o+a];i[2*r+a]=l}return i}};function Yf(n,t,e){if(e>
2)return Qf(n,t,e);let s=new Float64Array(e*e);for(let r=0;r<e;r++)s[r*e+r]=1;let o={D:e,origin:new Float64Array(
e),axes:s,shown:e},i=e>1?"":"The data have one feature: it lies on the horizontal axis, and curves show the de\
nsities.";return{plane:o,labels:["x₁","x₂"].slice(0,e),note:i}}function Qf(n,t,e){let s=new Float64Array(e);
for(let p=0;p<n.length;p++)s[p%e]+=n[p]/t;let o=new Float64Array(e*e);for(let p=0;p<t;p++)for(let m=0;m<e;m++){
let d=n[p*e+m]-s[m];for(let w=0;w<e;w++)o[m*e+w]+=d*(n[p*e+w]-s[w])}let{values:i,vectors:r}=Z(o,e),a=new Float64Array(
2*e);for(let p=0;p<2;p++){let m=e-1-p,d=0;for(let w=0;w<e;w++){let y=r[w*e+m];Math.abs(y)>Math.abs(d)&&(d=y)}for(let w=0;w<
e;w++)a[2*w+p]=r[w*e+m]*Math.sign(d)}let l=i.reduce((p,m)=>p+Math.max(m,0),0),h=Math.max(i[e-1],0)+Math.max(i[e-
2],0),c=Math.round(100*(l>0?h/l:1)),f=`The data have ${e} features: EM uses all of them, the picture shows the\
 first two principal axes, with ${c}% of the variance.`;return{plane:{D:e,origin:s,axes:a,shown:2},labels:["fi\
rst principal axis","second principal axis"],note:f}}var Ot="There are no points yet: click in the picture to add them.",Cn=class{constructor(){this.named=new Map,
this.own=null,this.about=new WeakMap}describe(t,e){this.about.set(t,e)}take(t){let{words:e,arrays:s}=fe(t);for(let{
name:o,D:i,truth:r,...a}of e.data){let l=s[`${o} truth`],h=s[`${o} start`]??null,c=s[`${o} components`]??null,
f=l?{K:r,row:l}:null;this.named.set(o,new we(s[o],i,{...a,truth:f,start:h,components:c}))}}get isPart(){return[
...this.named.values()].some(t=>t.isPart)}of(t){if(t.data===A)return this._ownPoints(t);let e=this.named.get(t.
data);if(e)return e;let s=[...this.named.keys()].join(", ");throw new Error(`no data set is called '${t.data}'\
: choose one of ${s}.`)}_ownPoints(t){let{own_points:e}=t;if(!e.length)throw new Error(Ot);let s=ee(t);if(this.
own?.key!==s){let o=new we(Float64Array.from(e.flat()),e[0].length),{labels:i,note:r}=this.about.get(e)??{labels:[],
note:""};i.length===o.labels.length&&o.D<=2&&(o.labels=i),o.note=[o.note,r].filter(Boolean).join(" "),this.own=
{key:s,data:o}}return this.own.data}};var Xf=1e3/60,jn=class{constructor(t,e,s,o){this.layout=t,this.scene=e,this.comparison=s,this.advance=o,this.plane=
new ut(t.left),this.chart=new vt(t.right),this.look=null,this.inside=null,this.map=null,this.drawn=this.drawnAt=
this.frame=0,this.isAsked=!1,this.isClosed=!1}close(){this.isClosed=!0,cancelAnimationFrame(this.frame)}redraw(t=!1){
if(!this.look||this.isClosed||(this.isAsked=!0,this.frame))return;let e=t&&!this.scene.isPlaying&&performance.
now()-this.drawnAt>Xf;this.frame=requestAnimationFrame(s=>{this.frame=0,!this.isClosed&&(e?this.isAsked&&this.
redraw():this._inFrame(s))}),e&&this._drawAsked()}_inFrame(t){this.advance(t),this._drawAsked(),this.scene.isPlaying&&
this.redraw()}_drawAsked(){this.isAsked=!1,this.draw()}draw(){let{look:t,scene:e,layout:s,plane:o,chart:i,inside:r}=this;
if(!t||!s.left.width)return;if(e.isEmpty){o.clear(t,s.own.isAdding?"Click here to add points":""),i.clear(t),r?.
clear(),s.status.clear(Ot),this._drawn(0);return}let a=e.dragged??e.trace;if(!e.data||!a)return;let l=this._h,
h=this.paint(o,i,t),c=this.comparison.tell(a,l);s.status.tell(e,a,l,i.caption),r?.tell(),this._drawn(l),(!h||!c)&&
this.redraw()}get _h(){return this.scene.dragged?1:this.scene.h}paint(t,e,s){let{inside:o,scene:i}=this,{data:r,
dragged:a,layers:l,choice:h}=i,c=a??i.trace;if(!r||!c)return!0;let f=this._h,u=h.data===A,p=o?.see(c,f,s)??{trace:c,
look:s,isMoving:!1},m=this.comparison.at(c,f);return t.draw({...p,data:r,h:f,layers:l,keep:u,showsEnd:!!a,others:m,
under:(w,y)=>this.map?.under(w,y,s),between:o?.draw.bind(o),over:()=>{this.map?.over(t.context,t.framed,s),this.
_handles(t,c,r,s)}}),e.draw({trace:c,h:f,layers:l,look:s,marked:!0,ghost:m.ghost})&&!p.isMoving}_handles(t,e,s,o){
let{component:i,part:r,at:a}=this.scene.held;if(i<0||i>=e.K)return;let l=e.row(this._h),{x:h,y:c}=t.placeOfMean(
l,e.K,s,i),f=Rn(t.framed,l,i,s,o.scale,[h,c],a??void 0);ca(t.context,f,r,l[i],o)}_drawn(t){this.drawn+=1,this.
drawnAt=performance.now(),Object.assign(this.layout.element.dataset,{halfStep:String(t),drawn:String(this.drawn)})}};var Vf=500,Zf=8e3,zn=class{constructor(t,e){this.element=t,this.problem=e,this.before="",this.timers=[]}begin(t="\
Still showing the previous pictures."){this.end(),this.element.setAttribute("aria-busy","true"),this._later(Vf,
`Waiting for Python. ${t}`),this._later(Zf,`Python is not answering. If it is busy, this continues by itself; \
if it was restarted or has stopped, ${We(this.element)}. ${t}`)}_later(t,e){this.timers.push(window.setTimeout(
()=>this._say(e),t))}_say(t){this.element.dataset.waiting||(this.before=this.problem.textContent??""),this.element.
dataset.waiting="yes",this.problem.textContent=t}end(){this.timers.forEach(clearTimeout),this.timers=[],this.element.
dataset.waiting&&(this.problem.textContent=this.before),delete this.element.dataset.waiting,this.element.removeAttribute(
"aria-busy")}};function fa(n,t){let e=Array.from({length:t},()=>[]);return[...n].sort((o,i)=>i-o).forEach((o,i)=>{let r=i%(2*
t);e[r<t?r:2*t-1-r].push(o)}),e.map(o=>o.sort((i,r)=>i-r))}function tu(n,t){return n-1+n*t+n*t*(t+1)/2}function ua(n,t){return 2*n.nll[n.nll.length-1]+tu(n.K,n.D)*Math.log(
t.N)}function pa(n,t,{X:e,N:s,D:o}){for(let i=0;i<t;i++)if(!D(E(n,t,o,i),o))return NaN;return et(z(e,s,o,n,t,new Float64Array(
s*t)),s,t)}function da(n,t){let e=nu(eu(n)),s=ga(2337405405,1492356589);return Uint32Array.from({length:t},(o,i)=>s(e[i%4]))}
function eu(n){let t=[];for(let e=BigInt(n);e>0n;e>>=32n)t.push(Number(e&0xffffffffn));return t}function nu(n){
let t=ga(1135663077,2468251765),e=Uint32Array.from({length:4},(s,o)=>t(n[o]??0));for(let s=0;s<4;s++)for(let o=0;o<
4;o++)s!==o&&(e[o]=ma(e[o],t(e[s])));for(let s of n.slice(4))for(let o=0;o<4;o++)e[o]=ma(e[o],t(s));return e}function ga(n,t){
return e=>{let s=Math.imul(n,t),o=Math.imul(e^n,s);return n=s,o^o>>>16}}function ma(n,t){let e=Math.imul(3389127133,
n)-Math.imul(1232336661,t)|0;return e^e>>>16}var ba=6,io=22,Q=2**io,wa=2**(128-(ba-1)*io),su=oo(0x2360ed051fc65da44385df649fccf645n),[Qt,ye,Bn,so,ya,ou]=su,
Wn=class{constructor(t){let e=da(t,8),s=r=>BigInt(e[r+1])<<32n|BigInt(e[r]),o=s(0)<<64n|s(2),i=s(4)<<65n|s(6)<<
1n|1n;this.increment=oo(i),this.state=oo(i+o),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this.
_step();let t=this.state,[e,s,o,i,r,a]=[t[0],t[1],t[2],t[3],t[4],t[5]],l=e^s<<22^o>>>20^i<<2^r<<24,h=s>>>10^o<<
12^r>>>8^a<<14,c=a>>>12&63,[f,u]=c&32?[l,h]:[h,l],p=c&31;this.high=p?(f>>>p|u<<32-p)>>>0:f>>>0,this.low=p?(u>>>
p|f<<32-p)>>>0:u>>>0}next32(){if(this.spare>=0){let t=this.spare;return this.spare=-1,t}return this.next64(),this.
spare=this.high,this.low}random(){return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:t,
increment:e}=this,[s,o,i,r,a,l]=[t[0],t[1],t[2],t[3],t[4],t[5]],h=e[0]+s*Qt,c=Math.floor(h/Q);t[0]=h-c*Q,h=c+e[1]+
s*ye+o*Qt,c=Math.floor(h/Q),t[1]=h-c*Q,h=c+e[2]+s*Bn+o*ye+i*Qt,c=Math.floor(h/Q),t[2]=h-c*Q,h=c+e[3]+s*so+o*Bn+
i*ye+r*Qt,c=Math.floor(h/Q),t[3]=h-c*Q,h=c+e[4]+s*ya+o*so+i*Bn+r*ye+a*Qt,c=Math.floor(h/Q),t[4]=h-c*Q,h=c+e[5]+
s*ou+o*ya+i*so+r*Bn+a*ye+l*Qt,c=Math.floor(h/wa),t[5]=h-c*wa}};function oo(n){let t=BigInt.asUintN(128,n);return Float64Array.
from({length:ba},(e,s)=>Number(t>>BigInt(io*s)&BigInt(Q-1)))}var xa="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00AnDx0cnRaL6ydPMPVTC1IMp88rbuOJz\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",Ma="wV2/\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var iu=3.654152885361009,ru=.2736612373297583,au=7.69711747013105,ro=Oa(xa,2**52,n=>Math.exp(-.5*n*n)),ao=Oa(Ma,
2**53,n=>Math.exp(-n));function _a(n){for(;;){n.next64();let{high:t,low:e}=n,s=e&255,o=(t&536870911)*2**23+(e>>>
9),i=o*ro.width[s]*(e&256?-1:1);if(o<ro.sure[s])return i;if(s===0)return lu(n)*(e&131072?-1:1);if(va(ro,s,n)<Math.
exp(-.5*i*i))return i}}function Aa(n){for(;;){n.next64();let{high:t,low:e}=n,s=e>>>3&255,o=t*2**21+(e>>>11),i=o*
ao.width[s];if(o<ao.sure[s])return i;if(s===0)return au-Math.log1p(-n.random());if(va(ao,s,n)<Math.exp(-i))return i}}
function lu(n){for(;;){let t=-ru*Math.log1p(-n.random()),e=-Math.log1p(-n.random());if(e+e>t*t)return iu+t}}function va({
height:n},t,e){return(n[t-1]-n[t])*e.random()+n[t]}function Oa(n,t,e){let s=Uint8Array.from(atob(n),l=>l.charCodeAt(
0)),o=new Float64Array(s.buffer),i=o.map((l,h)=>h===0?1:e(l*t)),r=l=>l===0?o[255]:l===1?0:o[l-1],a=o.map((l,h)=>Math.
floor(r(h)/l*t));return{width:o,sure:a,height:i}}function Sa(n){return new lo(n)}var lo=class{constructor(t){this.bits=new Wn(t)}random(){return this.bits.random()}integers(t){
if(t===1)return 0;let e=this.bits.next32(),s=Math.imul(e,t)>>>0;if(s<t){let o=4294967296%t;for(;s<o;)e=this.bits.
next32(),s=Math.imul(e,t)>>>0}return Math.round((e*t-s)/2**32)}permutation(t){let e=Int32Array.from({length:t},
(s,o)=>o);for(let s=t-1;s>0;s--){let o=2**(32-Math.clz32(s))-1,i=s+1;for(;i>s;)i=this.bits.next32()&o;[e[s],e[i]]=
[e[i],e[s]]}return e}choice(t,e){let s=new Float64Array(t),o=0;for(let r=0;r<t;r++)s[r]=o+=e[r];let i=this.random();
return s.findIndex(r=>r/o>i)}standardNormal(t){return new Float64Array(t).map(()=>_a(this.bits))}standardExponential(t){
return new Float64Array(t).map(()=>Aa(this.bits))}dirichletOfOnes(t,e){let s=this.standardExponential(e*t);for(let o=0;o<
s.length;o+=t){let i=0;for(let a=0;a<t;a++)i+=s[o+a];let r=1/i;for(let a=0;a<t;a++)s[o+a]*=r}return s}};function Xt(n,t=0,e=n.length-t){if(e>128){let r=Math.floor(e/2),a=r-r%8;return Xt(n,t,a)+Xt(n,t+a,e-a)}let s=t+
e,o=0,i=t;if(e>=8){let r=n.slice(i,i+8);for(i+=8;i+8<=s;i+=8)for(let d=0;d<8;d++)r[d]+=n[i+d];let[a,l,h,c,f,u,
p,m]=r;o=a+l+(h+c)+(f+u+(p+m))}for(;i<s;i++)o+=n[i];return o}function ho(n,t){if(t===1)return Float64Array.of(
Xt(n));let e=new Float64Array(t);for(let s=0;s<n.length;s+=t)for(let o=0;o<t;o++)e[o]+=n[s+o];return e}var hu=4*Number.EPSILON;function qn({X:n,N:t,D:e}){let s=ho(n,e).map(a=>a/t),o=n.map((a,l)=>(a-s[l%e])**2),i=n.
slice(0,e),r=n.slice(0,e);for(let a=0;a<t*e;a++)i[a%e]=Math.min(i[a%e],n[a]),r[a%e]=Math.max(r[a%e],n[a]);return ho(
o,e).map((a,l)=>!(r[l]-i[l]<=hu*Math.max(Math.abs(i[l]),Math.abs(r[l])))&&a/t>0?a/t:1)}var co={"random points":cu,"k-means++":fu,"random responsibilities":uu,identity:pu,"all means equal":mu};function Ta(n,t,e,s,o=null){
if(Na(e,"n_components",1),!Object.hasOwn(co,n))throw new RangeError(`no start is called '${n}': choose one of ${Object.
keys(co).join(", ")}.`);if(Na(s,"seed",0),e>t.N)throw new RangeError(`n_components=${e} is more than the ${t.N}\
 samples: use at most ${t.N} components or more data.`);return o&&n==="identity"&&s===0&&tt(o.length,t.D)===e?
o.slice():co[n](t,e,Sa(s))}function Na(n,t,e){if(!(Number.isSafeInteger(n)&&n>=e))throw new RangeError(`${t} i\
s ${n}, expected an int of at least ${e}.`)}function cu(n,t,e){return uo(n,fo(n,e.permutation(n.N).subarray(0,
t)))}function fu(n,t,e){let{X:s,N:o,D:i}=n,r=qn(n).map(Math.sqrt),a=s.map((f,u)=>f/r[u%i]),l=[e.integers(o)],h=new Float64Array(
o).fill(1/0),c=new Float64Array(i);for(;l.length<t;){let f=l[l.length-1]*i;for(let p=0;p<o;p++){for(let m=0;m<
i;m++)c[m]=(a[p*i+m]-a[f+m])**2;h[p]=Math.min(h[p],Xt(c))}let u=Xt(h);if(u>0){let p=h.map(m=>m/u);l.push(e.choice(
o,p))}else{let p=Array.from({length:o},(m,d)=>d).filter(m=>!l.includes(m));l.push(p[e.integers(p.length)])}}return uo(
n,fo(n,l))}function uu(n,t,e){let s=Pt(n,e.dirichletOfOnes(t,n.N),t,0),o=qn(n);return Ea(s,t,n.D,i=>.001*o[i]),
s}function pu({D:n},t,e){return ka(e.standardNormal(t*n),new Float64Array(n).fill(1))}function mu(n,t,e){let s=e.
integers(n.N);return uo(n,fo(n,Array(t).fill(s)))}function fo({X:n,D:t},e){return Float64Array.from({length:e.
length*t},(s,o)=>n[e[Math.floor(o/t)]*t+o%t])}function uo(n,t){return ka(t,qn(n))}function ka(n,t){let e=t.length,
s=n.length/e,o=new Float64Array(T(s,e)).fill(1/s,0,s);return o.set(n,s),Ea(o,s,e,i=>t[i]),o}function Ea(n,t,e,s){
let o=t+t*e;for(let i=0;i<t;i++)for(let r=0;r<e;r++)n[o+r]+=s(r),o+=r+1}function Vt(n,t){let e=n.n_components;if(n.start===S){if(n.own_start.length===T(e,t.D))return Float64Array.from(
n.own_start);throw new Error(`your own start does not have ${e} components of ${t.D} features: drag a mean to \
make a new one, or choose another start.`)}return Ta(n.start,t,e,n.seed,t.start)}var du=100,Kn=class{constructor(t,e){this.order=t,this.data=e;let s=t.choice.n_components,o=t.counts.filter(i=>i<=
e.N).sort((i,r)=>+(r===s)-+(i===s));this.open=o.flatMap(i=>t.seeds.map(r=>({K:i,seed:r}))),this.halves=[0,1].map(
i=>wu(e,i)),this.ended=new Map,this.run=null,this.toldAt=-1/0}work(t){let e=this.open[0];this.run??(this.run=this.
_begin(e));let s=C(this.run,t);return s.ended==="running"?null:(this.run=null,this.open.shift(),e.seed===void 0?
this._select(e,s):this._judge(e.K,e.seed,s))}_begin({K:t,seed:e,row:s}){let{order:o,data:i,halves:r}=this,a={regCovar:o.
choice.reg_covar,maxIter:o.maxIter};return s?W(r[0],s,t,a):W(i,Vt({...o.choice,n_components:t,seed:e??0},i),t,
a)}_judge(t,e,s){let{order:o,data:i,ended:r}=this;r.set(e,s);let a=r.size===o.seeds.length;if(!a&&performance.
now()-this.toldAt<du)return null;this.toldAt=performance.now();let l=mi(r,i,o.choice.reg_covar),h=new Map([...r].
map(([c,f])=>[c,po(f)]));if(a){let c=gu(l,r);c&&this.open.unshift({K:t,row:po(c),bic:ua(c,i)}),this.ended=new Map,
this.toldAt=-1/0}return{kind:"row",key:o.key,n_components:t,row:l,ends:h}}_select({K:t,bic:e=NaN},s){let[o,i]=this.
halves,a=s.ended!=="failed"&&t<=o.N&&i.N>0?pa(po(s),t,i):NaN;return{kind:"selection",key:this.order.key,n_components:t,
bic:e,heldOut:a}}};function po({K:n,D:t,params:e}){return e.slice(e.length-T(n,t))}function gu(n,t){for(let e of[
"good","unfinished"]){let s=[...n].filter(([,{status:o}])=>o===e);if(s.sort(([,o],[,i])=>o.nll-i.nll),s.length)
return t.get(s[0][0])??null}return null}function wu({X:n,N:t,D:e},s){let o=Math.floor((t+1-s)/2),i=new Float64Array(
o*e);for(let r=0;r<o;r++)i.set(n.subarray((2*r+s)*e,(2*r+s+1)*e),r*e);return{X:i,N:o,D:e}}function Gn(n,t,e){return n.slice(t,t+t*e)}function mt({X:n,N:t,D:e},s,o,i){let r=0;for(let a=0;a<t;a++){let l=1/0;
for(let h=0;h<o;h++){let c=0;for(let f=0;f<e;f++){let u=n[a*e+f]-s[h*e+f];c+=u*u}c<l&&(l=c,i[a]=h)}r+=l}return r}
function mo({X:n,N:t,D:e},s,o,i){let r=new Float64Array(i),a=new Float64Array(i*e);for(let l=0;l<t;l++){let h=s[l]*
e;r[s[l]]+=1;for(let c=0;c<e;c++)a[h+c]+=n[l*e+c]-o[h+c]}return o.map((l,h)=>{let c=r[Math.floor(h/e)];return c>
0?l+a[h]/c:l})}function La(n,t,e,s=300){let{N:o,D:i}=n,r=Float64Array.from(t),a=new Int32Array(o).fill(-1),l=[
r],h=[mt(n,r,e,a)],c=!1;for(;!c&&l.length<=s;){let p=a;r=mo(n,a,r,e),a=new Int32Array(o),l.push(r),h.push(mt(n,
r,e,a)),c=a.every((m,d)=>m===p[d])}let f=new Float64Array(l.length*e*i);l.forEach((p,m)=>f.set(p,m*e*i));let u=Math.
max(2*l.length-2,1);return{K:e,D:i,means:f,inertia:Float64Array.from(h),last:u,converged:c}}function Pa(n){let t=e=>e.
inertia[e.inertia.length-1];return n.reduce((e,s)=>t(s)<t(e)?s:e)}function be(n,t,e){let s=Array.from({length:e},
()=>new Array(e).fill(0));for(let i=0;i<n.length;i++)s[n[i]][t[i]]+=1;let o=new Map([[0,0]]);for(let i of s){let r=new Map;
for(let[a,l]of o)for(let h=0;h<e;h++){let c=a|1<<h;c!==a&&r.set(c,Math.max(r.get(c)??0,l+i[h]))}o=r}return Math.
max(...o.values())/n.length}var yu=10,Un=class{constructor(t,e){this.order=t,this.data=e,this.runs=[],this.run=null}work(t){let{choice:e,maxIter:s}=this.
order,{n_components:o,reg_covar:i}=e;for(;this.runs.length<yu;){let r=()=>Vt({...e,seed:this.runs.length},this.
data);if(this.run??(this.run=W(this.data,r(),o,{regCovar:i,maxIter:s})),C(this.run,t).ended==="running")return null;
this.runs.push(this.run),this.run=null}return this._judged()}_judged(){let{data:t,order:e,runs:s}=this,{n_components:o,
start:i}=e.choice,r=s[0].params.length/s[0].nll.length,a=m=>m.ended==="failed"?1/0:m.nll[m.nll.length-1],l=s.reduce(
(m,d)=>a(d)<a(m)?d:m),h=bt(t,l.params.slice(-r),o,new Float64Array(t.N*o)),c=new Int32Array(t.N);for(let m=0;m<
t.N;m++){let d=h.subarray(m*o,(m+1)*o);c[m]=d.indexOf(Math.max(...d))}let f=be(c,e.components,o),u=s.map(m=>Gn(
m.params.subarray(0,r),o,t.D)),{means:p}=Pa(u.map(m=>La(t,m,o)));return mt(t,p.slice(-o*t.D),o,c),{start:i,em:f,
kmeans:be(c,e.components,o)}}};var bu={run:"running",ends:"mapping",ten:"ten",table:"table"},Zt=class{constructor(t){this.tell=t,this.data=null,
this.running=null,this.mapping=null,this.table=null,this.ten=null}take(t){if(t.kind==="data")this.data=t.data,
this.running=this.mapping=this.ten=this.table=null;else if(t.kind==="stop")this[bu[t.what]]=null;else if(this.
data&&t.kind==="ten")this.ten=new Un(t,this.data);else if(this.data&&t.kind==="run"){let{key:e,K:s,row:o,regCovar:i,
maxIter:r}=t;this.running={key:e,run:W(this.data,o,s,{regCovar:i,maxIter:r})}}else if(this.data&&t.kind==="end\
s"){let{key:e,K:s,rows:o,regCovar:i,maxIter:r}=t;this.mapping={key:e,ends:new Be(this.data,o,s,{regCovar:i,maxIter:r})}}else
this.data&&t.kind==="table"&&(this.table=new Kn(t,this.data))}get isIdle(){return!this.running&&!this.mapping&&
!this.ten&&!this.table}work(t){let e=performance.now()+t;this.running&&this._workOnRun(e),!this.running&&this.
mapping&&this._workOnEnds(e),!this.running&&!this.mapping&&this.ten&&performance.now()<e&&this._workOnTen(e);let s=()=>!this.
running&&!this.mapping&&!this.ten;for(;s()&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(t){
if(!this.running)return;let{key:e,run:s}=this.running;C(s,t),s.ended!=="running"&&(this.running=null),this.tell(
{kind:"run",key:e,run:xu(s)})}_workOnEnds(t){if(!this.mapping)return;let{key:e,ends:s}=this.mapping,o=s.work(t);
s.isDone&&(this.mapping=null),o.length&&this.tell({kind:"ends",key:e,ends:o})}_workOnTen(t){let e=this.ten?.work(
t);if(!this.ten||!e)return;let{key:s}=this.ten.order;this.ten=null,this.tell({kind:"ten",key:s,best:e})}_workOnTable(t){
let{table:e}=this;if(!e)return;let{key:s}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",key:s});
return}let o=e.work(t);o&&this.tell(o)}};function xu(n){return{...n,params:n.params.slice(),nll:n.nll.slice(),
rises:[...n.rises]}}var Mu=5,_u=12,Au=2,go="";function vu(){let n=()=>new Blob([`(${theBundle})({exports:{}}).serve()`],{type:"tex\
t/javascript"});return go||(go=URL.createObjectURL(n())),go}var Hn=class{constructor(t){this.hear=t,this.orders=
new Map,this.bench=new Zt(t),this.timer=0,this.workers=[],this.canHire=!0,this._hire()}_hire(){if(this.canHire)
try{let t=new Worker(vu());t.onmessage=({data:s})=>this.hear(s),t.onerror=()=>this._workHere();let e=this.orders.
get("data");e&&t.postMessage(e),this.workers.push(t)}catch{this.canHire=!1}}_workHere(){this.canHire=!1;for(let t of this.
workers)t.terminate();this.workers=[];for(let t of this.orders.values())this._take(t)}give(t){t.kind==="data"&&
this.orders.clear();let e=t.kind==="stop"?t.what:t.kind;if(this.orders.delete(e),this.orders.set(e,t),t.kind===
"table"){let s=Math.min(navigator.hardwareConcurrency||1,Au);for(;this.canHire&&this.workers.length&&this.workers.
length<s;)this._hire()}if(!this.workers.length)this._take(t);else if(t.kind==="run")this.workers[0].postMessage(
t);else if(t.kind==="table")this._share(t);else if(t.kind==="ends"||t.kind==="ten")this.workers[this.workers.length-
1].postMessage(t);else for(let s of this.workers)s.postMessage(t)}_share(t){let{workers:e}=this,s=fa(t.counts,
e.length);e.forEach((o,i)=>o.postMessage({...t,counts:s[i]}))}_take(t){this.bench.take(t),!this.timer&&!this.bench.
isIdle&&this._later()}_later(){this.timer=window.setTimeout(()=>{this.bench.work(Mu),this.timer=0,this.bench.isIdle||
this._later()},_u)}close(){this.canHire=!1;for(let t of this.workers)t.terminate();this.bench.take({kind:"stop",
what:"run"}),this.bench.take({kind:"stop",what:"ends"}),this.bench.take({kind:"stop",what:"table"})}};var Ou=1.5,Su=40,Dn=class{constructor(t,e,s){this.datasets=t,this.maxIter=e,this.hear=s,this.traces=new Map,this.
behind=new Hn(o=>this._heard(o)),this.told=null,this.followed="",this.aside=null,this.asides=0}of(t){let e=I(t),
s=this.traces.get(e);if(!s){let o=this.datasets.of(t);s=this.from(Vt(t,o),o,t,Ou)}return this.traces.delete(e),
this.traces.set(e,s),this.traces.size>Su&&this.traces.delete(this.traces.keys().next().value),s}from(t,e,s,o){
let i=performance.now()+o,r={regCovar:s.reg_covar,maxIter:this.maxIter},a=C(W(e,t,s.n_components,r),i);return new It(
a,e,s.reg_covar)}follow(t){let e=this.of(t),s=e.isRunning?I(t):"";if(s!==this.followed){if(this.followed=s,this.
aside=null,!e.isRunning){this.behind.give({kind:"stop",what:"run"});return}this._finish(e,s)}}followAside(t){this.
aside={key:`aside ${this.asides++}`,trace:t},this.followed=this.aside.key,this._finish(t,this.aside.key)}endAside(t){
this.aside&&this.traces.has(I(t))&&this.follow(t)}_finish(t,e){let{K:s,regCovar:o,data:i}=t;this._tellData(i),
this.behind.give({kind:"run",key:e,K:s,row:t.rowAt(0).slice(),regCovar:o,maxIter:this.maxIter})}findEnds({key:t,
data:e,K:s,rows:o,regCovar:i}){this._tellData(e),this.behind.give({kind:"ends",key:t,K:s,rows:o,regCovar:i,maxIter:this.
maxIter})}stopFindingEnds(){this.behind.give({kind:"stop",what:"ends"})}compare(t,e,s){this._tellData(this.datasets.
of(t)),this.behind.give({kind:"table",key:Tt(t),choice:t,counts:e,seeds:s,maxIter:this.maxIter})}tenStarts(t,e,s){
this._tellData(this.datasets.of(e)),this.behind.give({kind:"ten",key:t,choice:e,components:s,maxIter:this.maxIter})}stopComparing(){
this.behind.give({kind:"stop",what:"table"})}_tellData(t){if(this.told===t)return;this.told=t;let{X:e,N:s,D:o,
start:i}=t;this.behind.give({kind:"data",data:{X:e,N:s,D:o,start:i}})}_heard(t){if(t.kind==="run"){let e=t.key===
this.aside?.key?this.aside.trace:this.traces.get(t.key);if(!e||t.run.nll.length<e.nll.length&&t.run.ended==="r\
unning")return;e.run=t.run}this.hear(t)}forget(){this.traces.clear(),this.told=null,this.followed=""}close(){this.
behind.close()}};var Nu=200,Ia="This is the run so far.",Jn=class{constructor(t,e,{datasets:s,own:o}){this.app=t,this.options=e,
this.own=o,this.runs=new Dn(s,e.max_iter,i=>this._heard(i)),this.waiting=new zn(t.layout.element,t.layout.problem),
this.remark="",this.compared="",this.shown=null,this.wanted=t.scene.h,this.isAtEnd=!1,this.touched=this.asking=
0,this.isClosed=!1,this.answered=i=>this._answered(i),o?.listeners.add(this.answered)}close(){this.isClosed=!0,
this.own?.listeners.delete(this.answered),this.runs.close(),this.waiting.end(),clearTimeout(this.asking)}load(t=""){
let{scene:e,layout:s,drag:o}=this.app;this.remark=t,this.touched=performance.now(),o.letGo(),this.waiting.end(),
s.problem.textContent="",clearTimeout(this.asking),e.isEmpty?this._showNothing():this._showChoice(),s.showChoice(
e.choice)}_showChoice(){let{scene:t}=this.app;try{this.own?this._loadOwn(this.own):(this._show(this.runs.of(t.
choice)),this.runs.follow(t.choice)),this.compare()}catch(e){this._showProblem(e.message)}}has(t){return!this.
own||this.app.scene.canRun||this.own.of(t)!==void 0}forget(){this.runs.forget(),this.own?.answers.clear(),this.
compared="",this.load()}_loadOwn(t){let{choice:e,canRun:s}=this.app.scene,o=t.of(e);if(o&&"problem"in o){this.
_showProblem(o.problem);return}o&&this._show(o.trace),!(o&&!o.trace.isRunning&&!o.trace.data.isPart)&&(s?(this.
waiting.begin(o&&Ia),t.ask(e)):o||this._showProblem(Ct))}_answered(t){let{choice:e}=this.app.scene;if(this.isClosed||
I(t)!==I(e))return;this.waiting.end();let s=this.own?.of(e);if(!s)return;if("problem"in s){this._showProblem(s.
problem);return}if(this._show(s.trace),!s.trace.isRunning)return;this.waiting.begin(Ia);let o=Math.max(this.touched+
Nu-performance.now(),0);this.asking=window.setTimeout(()=>this.own?.ask(this.app.scene.choice),o)}_heard(t){let{
scene:e,layout:s,screen:o,comparison:i}=this.app;this.isClosed||(t.kind==="ten"?i.heard(t):t.kind==="row"&&t.key===
Tt(e.choice)?s.atlas.showRow(t.n_components,t.row,t.ends):t.kind==="selection"&&t.key===Tt(e.choice)?s.atlas.selection.
show(t.n_components,t):t.kind==="run"&&t.key===I(e.choice)&&!this.own&&e.trace?this._show(e.trace,!1):t.kind===
"ends"?this.app.basins.hear(t):t.kind==="run"&&o.redraw())}_show(t,e=!0){let{scene:s,layout:o,screen:i,comparison:r}=this.
app;s.h=this.isAtEnd?t.last:Math.min(this.wanted,t.last),t.isRunning||(this.wanted=s.h),s.trace=t,s.data=t.data,
s.dragged=null,this.shown=s.choice,r.load(t),i.redraw(e),o.layers.show(t.data),o.picture.show(t.K,t.data.D),this.
showNote()}_showProblem(t){let{scene:e,layout:s,screen:o,player:i}=this.app;i.pause(),e.dragged=null;let r=e.trace?
" Still showing the previous pictures.":"";s.problem.textContent=t[0].toUpperCase()+t.slice(1)+r,o.redraw()}_showNothing(){
let{scene:t,layout:e,screen:s,player:o}=this.app;o.pause(),t.trace=t.data=t.dragged=null,t.h=this.wanted=0,e.note.
textContent=Ot,e.own.offer(),s.redraw(!0)}showNote(){let{scene:t,layout:e,limits:s}=this.app,o=[this.remark,t.
data?.note,t.trace?.judged.ridge,s.reason];e.note.textContent=o.filter(Boolean).join(" ")}compare(){let{scene:t,
layout:e}=this.app,{atlas:s}=e,o=Tt(t.choice);if(!(s.element.hidden||o===this.compared)){if(this.compared=o,t.
choice.start===S){this.runs.stopComparing(),s.clear("A start of your own fits one K only: there are no other r\
uns to compare it with.");return}s.clear(this.own?"These are the runs of the right E- and M-step.":""),this.runs.
compare(t.choice,this.options.counts,this.options.seeds)}}toggleAtlas(){let{atlas:t}=this.app.layout;return t.
element.hidden=!t.element.hidden,this.compared="",t.element.hidden?this.runs.stopComparing():this.compare(),!t.
element.hidden}};var Tu=500,$a=["beforeprint","afterprint"],Yn=class{constructor(t,e,s){this.layout=t,this.screen=e,this.say=s,
this.sizes=new ResizeObserver(()=>this.resize());for(let o of t.panels)this.sizes.observe(o);this.themes=new MutationObserver(
()=>this.restyle()),this.themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-\
scheme: dark)"),this.changed=()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.printing=
({type:o})=>this._print(o==="beforeprint");for(let o of $a)window.addEventListener(o,this.printing);this.pixels=
setInterval(()=>this.ratio!==window.devicePixelRatio&&this.resize(),Tu),t.element.addEventListener("click",o=>this.
_refocus(o))}close(){this.sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener("change",
this.changed);for(let t of $a)window.removeEventListener(t,this.printing);clearInterval(this.pixels)}resize(){
this.ratio=window.devicePixelRatio;let t=this.ratio||1,{left:e,right:s,panels:o}=this.layout;for(let[i,r]of[e,
s].entries()){let{clientWidth:a,clientHeight:l}=o[i],[h,c]=[Math.round(a*t),Math.round(l*t)];!h||!c||r.width===
h&&r.height===c||(r.width=h,r.height=c)}this.restyle(),this.screen.look&&this.screen.draw()}restyle(){let{element:t,
left:e,stage:s}=this.layout;if(!t.isConnected||!e.clientWidth)return;let o=qe(s,e.width/e.clientWidth);t.style.
setProperty("--emx-e",o.E),t.style.setProperty("--emx-m",o.M),t.style.setProperty("--emx-badge-ink",o.dark?"#0\
00":"#fff"),this.screen.look=t.classList.contains("emx-presenting")?sa(o):o,this.screen.redraw()}_print(t){this.
layout.element.classList.toggle("emx-on-paper",t),this.resize()}toggleLarge(){let t=this.layout.element.classList.
toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),t}toggleFullScreen(){let t=()=>this.say("\
The browser does not allow full screen here.");document.fullscreenElement?document.exitFullscreen():this.layout.
element.requestFullscreen?.().catch(t)}_refocus(t){let s=t.target.closest?.("button, canvas, input[type=checkb\
ox], input[type=range]");t.detail>0&&s&&!s.closest(".emx-atlas, .emx-own")&&this.layout.stage.focus({preventScroll:!0})}};var wo={component:-1,part:null,at:null},Qn=class{constructor(t,e){this.canvas=t,this.app=e,this.grabbed=null,this.
hasGrabbed=!1,this.chosen=-1,t.addEventListener("pointerdown",i=>this._down(i)),t.addEventListener("pointermov\
e",i=>this._move(i));let s=i=>r=>r.pointerId===this.grabbed?.pointer&&this._drop(i);t.addEventListener("pointe\
rup",s(!0)),t.addEventListener("pointercancel",s(!1)),t.addEventListener("pointerleave",i=>{!this.grabbed&&i.pointerType!==
"touch"&&this._hold(this._rest())});let o=({touches:[i]})=>this.app.layout.own.isAdding||this._holdAt(it(t,i)).
part;t.addEventListener("touchstart",i=>o(i)&&i.preventDefault(),{passive:!1})}letGo(){return this.grabbed?(this.
grabbed=null,this.app.dragTo(null),!0):!1}choose(t){this.chosen=t,this.grabbed||this._hold(this._rest())}_rest(){
return{...wo,component:this._isAllowed()?this.chosen:-1}}_hold(t){let{scene:e,screen:s}=this.app,{component:o,
part:i}=e.held;o===t.component&&i===t.part||(e.held=t,s.redraw())}_isAllowed(){let{scene:t,options:e}=this.app,
{trace:s,layers:o,choice:i,canRun:r}=t;return r&&e.controls.includes("own")&&o.ellipses&&s?.K===i.n_components}_handles(t){
let{plane:e}=this.app.screen,{trace:s,data:o,h:i}=this.app.scene;if(!s||!o||t<0||t>=s.K)return null;let r=s.row(
i),{x:a,y:l}=e.placeOfMean(r,s.K,o,t);return Rn(e.framed,r,t,o,this._px(),[a,l])}_px(){return this.canvas.width/
this.canvas.clientWidth}_holdAt(t){let{trace:e,held:s}=this.app.scene;if(!this._isAllowed()||!e)return wo;let o=this.
_handles(s.component),{part:i,far:r}=o?eo(o,t):{part:null,far:1},a=Array.from({length:e.K},(u,p)=>this._handles(
p)),l=a.map(({mean:[u,p]})=>Math.hypot(u-t[0],p-t[1])/(ge*this._px())),h=l.indexOf(Math.min(...l));if(o&&i&&r<=
l[h])return{component:o.k,part:i,at:null};if(l[h]<1)return{component:h,part:"mean",at:null};if(o&&ra(o,t))return{
component:o.k,part:null,at:null};let c=a.map(u=>no(u,t)),f=c.indexOf(Math.min(...c));return c[f]<=1?{component:f,
part:null,at:null}:this._rest()}_down(t){if(t.button!==0||!t.isPrimary)return;let e=it(this.canvas,t),{layout:s,
screen:o,scene:i,player:r}=this.app;if(this.hasGrabbed=!1,s.own.isAdding){let{x:c,y:f,flat:u}=o.plane.framed;s.
own.addPoint([c.back(e[0]),u?0:f.back(e[1])]);return}let a=this._holdAt(e);this._hold(a);let l=this._handles(a.
component);if(!a.part||!l||!i.trace)return;let h=i.trace.row(i.h).slice();this.grabbed={pointer:t.pointerId,handles:l,
part:a.part,from:e,before:h,now:null},this.hasGrabbed=!0,this.canvas.setPointerCapture(t.pointerId),r.pause()}_move(t){
let e=it(this.canvas,t),{grabbed:s,canvas:o}=this,{scene:i,layout:r,screen:a}=this.app;if(s&&i.data){if(t.pointerId!==
s.pointer)return;let{handles:h,part:c,from:f,before:u}=s;s.now=aa(h,c,f,e,u,i.data,a.plane.framed),i.held={component:h.
k,part:c,at:e},this.app.dragTo(s.now);return}if(t.pointerType==="touch")return;let l=r.own.isAdding?wo:this._holdAt(
e);this._hold(l),o.style.cursor=r.own.isAdding?"crosshair":l.part?"grab":""}_drop(t){let e=this.grabbed?.now;this.
letGo(),this.app.scene.held={...this.app.scene.held,at:null},t&&e&&this.app.startFrom(e)}};var ku=300,Vn=class{constructor(t){let{data:e,K:s}=t;this.trace=t,this.history=[Gn(t.rowAt(0),s,e.D)],this.assigned=
new Int32Array(e.N),mt(e,this.history[0],s,this.assigned),this.isDone=!1,this.labels=new Int32Array(e.N),this.
shares=new Map}work(t){let e=performance.now()+t;for(;!this.isDone&&(this._iterate(),!(performance.now()>e));)
;return this.isDone}_iterate(){let{history:t,assigned:e,trace:s}=this,o=mo(s.data,e,t[this.iterations],s.K);this.
assigned=new Int32Array(e.length),mt(s.data,o,s.K,this.assigned),t.push(o),this.isDone=this.iterations>=ku||this.
assigned.every((i,r)=>i===e[r])}get iterations(){return this.history.length-1}iterationAt(t){return Math.min(t>>
1,this.iterations)}meansAt(t){return this.history[this.iterationAt(t)]}get isKnown(){let{data:t,K:e}=this.trace;
return t.components!==null&&t.truth?.K===e}shareAt(t){return this._share(-1-this.iterationAt(t),()=>{mt(this.trace.
data,this.meansAt(t),this.trace.K,this.labels)})}shareOfEM(t){return this._share(Math.max(t,1),()=>{let{trace:e}=this;
Eu(e.responsibilities(Math.max(t,1)),e.K,this.labels)})}_share(t,e){let s=this.shares.get(t);if(s===void 0){e();
let{data:o,K:i}=this.trace;s=be(this.labels,o.components,i),this.shares.set(t,s)}return s}inWords(t,e){let{iterations:s}=this,
o=this.iterationAt(t),i=this.isDone?` of ${s}`:"",a=`K-means from the same means, dashed: ${this.isDone&&o===s?
`done after ${Lu(s)}`:`iteration ${o}${i}`}.`;if(!this.isKnown)return a;let l=`Labels right: k-means ${Xn(this.
shareAt(t))}, EM ${Xn(this.shareOfEM(t))}.`,h=e?` Best of ten ${e.start} starts: k-means ${Xn(e.kmeans)}, EM ${Xn(
e.em)}.`:"";return`${a} ${l}${h}`}};function Eu(n,t,e){for(let s=0;s<e.length;s++){let o=0;for(let i=1;i<t;i++)
n[s*t+i]>n[s*t+o]&&(o=i);e[s]=o}}function Xn(n){return`${Math.round(100*n)} %`}function Lu(n){return`${n} iter\
ation${n===1?"":"s"}`}var Pu=1e-6,Iu={responsibilities:"responsibility",weights:"weight",means:"mean",covariances:"covariance"},Zn=class{constructor(t){
this.trace=t,this.next=1,this.found=null,this.isStuck=!1}get agreed(){return this.next-1}get isDone(){let{trace:t}=this;
return!!this.found||this.isStuck||this.next>t.effective(t.last)}work(t){let e=performance.now()+t;do{if(this.isDone)
return!0;this._compare(this.next),!this.found&&!this.isStuck&&(this.next+=1)}while(performance.now()<e);return this.
isDone}_compare(t){let{data:e,K:s,regCovar:o}=this.trace,i=t-1>>1,r={iteration:i+1,step:t%2?"E-step":"M-step"},
a=this.trace.responsibilities(2*i+1);if(t%2){if(!this.trace.isOwn(t))return;let h=bt(e,this.trace.rowAt(i),s,new Float64Array(
e.N*s)),c=Fa(a,h);if(c>=0){let f=[Math.floor(c/s)];this._say(r,"responsibilities",c%s,f,a[c],h[c])}return}let l=this.
trace.rowAt(i+1);try{this._compareRows(r,l,Pt(e,a,s,o))}catch{this.isStuck=!0}}_compareRows(t,e,s){let{K:o,data:i}=this.
trace,{D:r}=i,a=[["weights",0,1],["means",o,r],["covariances",o+o*r,r*(r+1)/2]];for(let[l,h,c]of a){let f=h+o*
c,u=Fa(e.subarray(h,f),s.subarray(h,f));if(u<0)continue;let p={weights:[],means:[u%c],covariances:$u(u%c)}[l];
this._say(t,l,Math.floor(u/c),p,e[h+u],s[h+u]);return}}_say(t,e,s,o,i,r){let a=this.trace.data.D;this.found={...t,
quantity:e,component:s,entry:o,nFeatures:a,yours:i,ours:r}}};function Fa(n,t){let[e,s,o]=[0,-1,0];for(let i=0;i<
t.length;i++){let r=Math.abs(n[i]-t[i]);r>s&&([e,s]=[i,r]),o=Math.max(o,Math.abs(t[i]))}return s<=Pu*o?-1:e}function $u(n){
let t=0;for(;n>t;)n-=++t;return[n,t]}function Ra({iteration:n,step:t,quantity:e,component:s,entry:o,nFeatures:i,
yours:r,ours:a}){let l=`${Iu[e]} of component ${s}`;if(e==="responsibilities")l+=` for sample ${o[0]}`;else if(o.
length&&i>1){let f=o.map(u=>u+1).join(", ");l=`entry ${o.length>1?`(${f})`:f} of the ${l}`}let[h,c]=[r,a].map(
f=>G(f,4).replaceAll("-","−"));return`iteration ${n}, ${t}: ${l}, yours ${h}, ours ${c}`}var Fu=.01;function Ru(n,t){let{data:e,n_components:s,start:o,seed:i,reg_covar:r}=n;return[e!==t.data&&e,s!==t.
n_components&&`K = ${s}`,o!==t.start&&o,o===t.start&&String(n.own_start)!==String(t.own_start)&&"another own s\
tart",i!==t.seed&&`seed ${i}`,r!==t.reg_covar&&`reg_covar = ${r>0&&r<.001?r.toExponential():r}`].filter(Boolean).
join(", ")||"this run"}function ts(n){let{nll:t}=n;for(let e=t.length-1;e>=0;e--)if(Number.isFinite(t[e]))return t[e];
return NaN}function Ca(n){return Math.abs(n)<Fu?"the same":`${v(Math.abs(n))} nats ${n>0?"higher (worse)":"low\
er (better)"}`}function ja({trace:n,choice:t},e,s,o){let i=`Pinned, in grey: ${Ru(t,e)}.`;if(n===s)return i;if(n.
data!==s.data)return`${i} It is of other data: its NLL cannot be compared with this one.`;let[r,a]=[s.nllAt(o),
n.nllAt(Math.min(o,n.last))],l=[i];o>0&&o<s.last&&Number.isFinite(r-a)&&l.push(`At this half-step the NLL is ${Ca(
r-a)}.`);let h=[ts(s),ts(n)],c=s.isRunning||n.isRunning?", so far":"";return l.push(`Ends: ${v(h[0])} here, ${v(
h[1])} pinned${c}: this run's is ${Ca(h[0]-h[1])}.`),n.K!==s.K&&l.push("More components nearly always reach a \
lower NLL."),l.join(" ")}var yo=5,Cu=20,ju={ghost:null,means:null},es=class{constructor(t){this.app=t,this.pinned=null,this.right=null,
this.kmeans=null,this.hasKmeans=!1,this.best=new Map,this.asked="",this.pinButton=g("button",{type:"button",onclick:()=>this.
togglePin()},"Pin this run"),this.pinButton.title="keep its ellipses and its curve in grey, while another run \
is shown",this.kmeansButton=g("button",{type:"button","aria-pressed":"false"},"k-means"),this.kmeansButton.title=
"k-means from the same means, in step with EM",this.kmeansButton.onclick=()=>this.showKmeans(!this.hasKmeans),
this.line=g("p",{class:"emx-compared"})}togglePin(){let{trace:t,choice:e}=this.app.scene;this.pinned?this.pin(
null):t&&this.pin({trace:t,choice:e})}pin(t){this.pinned=t,this.pinButton.textContent=t?"Unpin":"Pin this run",
this._finish(t),this.app.redraw()}_finish(t){if(!t?.trace.isRunning||t!==this.pinned)return;let{run:e}=t.trace,
s=e.nll.length;C(e,performance.now()+yo),e.nll.length!==s&&(this.app.redraw(),setTimeout(()=>this._finish(t),Cu))}showKmeans(t){
this.hasKmeans=t,this.kmeansButton.setAttribute("aria-pressed",String(t)),t||(this.kmeans=null),this.app.redraw()}load(t){
let{showing:e,scene:s}=this.app;if(!e.own||t.data.isPart){this.right=null;return}let o=I(s.choice);if(this.right?.
key===o&&this.right.trace.data===t.data){this.right.search.trace=t;return}this.right={key:o,trace:e.runs.of(s.
choice),search:new Zn(t)},e.runs.follow(s.choice)}at(t,e){if(t!==this.app.scene.trace)return ju;let s=this.pinned?.
trace??this.right?.trace??null;return this.hasKmeans&&this.kmeans?.trace!==t&&(this.kmeans=new Vn(t)),this.kmeans?.
work(yo),{ghost:s?.data===t.data?s:null,means:this.kmeans?.meansAt(e)??null}}tell(t,e){let s=t===this.app.scene.
trace,i=(!s||!this.right||this.right.search.work(yo))&&(this.kmeans?.isDone??!0),a=[s&&this.pinned&&ja(this.pinned,
this.app.scene.choice,t,e),s&&this.right&&this._ofOwnSteps(t),s&&this.kmeans?.inWords(e,this._bestOfTen())].filter(
Boolean).join(" ");return this.line.textContent!==a&&(this.line.textContent=a),i}_ofOwnSteps(t){let{search:e,trace:s}=this.
right;if(!e.found){let{agreed:r,isDone:a}=e,l=a&&!t.isRunning&&t.failed<0?"All":"The first";return r===1?"The \
first half-step agrees with ours.":r>0?`${l} ${r} half-steps agree with ours.`:""}let o=this.pinned?"":" In gr\
ey: the right run",i=o&&!s.isRunning?`${o}, which ${s.failed<0?"ends":"fails"} at NLL ${v(ts(s))}.`:"";return`\
Your steps first differ from ours in ${Ra(e.found)}.${i}`}_bestOfTen(){let{choice:t,trace:e}=this.app.scene,s=I(
{...t,seed:-1}),o=e?.data.components;return this.asked!==s&&!this.best.has(s)&&o&&t.start!==S&&(this.asked=s,this.
kmeans?.isKnown&&this.app.showing.runs.tenStarts(s,t,o)),this.best.get(s)??null}heard({key:t,best:e}){this.best.
set(t,e),this.app.redraw()}};var zu=[["E","E-step: each sample is shared",[{formula:"p_nk = π_k N(x_n | μ_k, Σ_k)",words:"weight times d\
ensity"},{formula:"r_nk = p_nk / ∑_j p_nj",words:"responsibilities: shares that sum to 1"},{formula:"NLL = −\
∑_n log ∑_k p_nk",words:"negative log-likelihood"}]],["M","M-step: fitted to the shares",[{formula:"N_k = \
∑_n r_nk, π_k = N_k / N",words:"effective counts and weights"},{formula:"μ_k = ∑_n r_nk x_n / N_k",words:"\
means"},{formula:"Σ_k = ∑_n r_nk (x_n−μ_k)(x_n−μ_k)ᵀ / N_k",words:"covariances, plus reg_covar"}]]];
function Bu(n){return n.split(/_(\w+)/).map((t,e)=>e%2?g("sub",{},t):t)}var ns=class{constructor(){this.items=
{},this.element=g("div",{class:"emx-lines"},...zu.map(([t,e,s])=>(this.items[t]=s.map(({formula:o,words:i})=>g(
"li",{title:i},...Bu(o))),g("div",{"data-name":t},g("strong",{},e),g("ol",{},...this.items[t]))))),this.shown=
""}light(t,e){let s=`${_(t)} ${e}`;if(s!==this.shown){this.shown=s;for(let[o,i]of Object.entries(this.items))i.
forEach((r,a)=>{o===_(t)&&(e<0||e===a)?r.setAttribute("aria-current","step"):r.removeAttribute("aria-current")})}}};var za={E:1300,M:2e3},Wu={E:[0,.25,.9],M:[0,.35,.7]};function bo(n,t){let e=Wu[n],s=e.map((o,i)=>qu((t-o)/((e[i+
1]??1)-o)));return{line:t<1?e.filter(o=>o<=t).length-1:-1,done:s}}function qu(n){let t=Math.min(Math.max(n,0),
1);return t*t*(3-2*t)}function St(n,t,e,s,o=0,i=t.length){for(let r=o;r<i;r++)s[r]=(1-e)*n[r]+e*t[r];return s}
function Ba(n,t,e,s,[o,i,r]){let a=new Float64Array(t.length);return St(n,t,o,a,0,e),St(n,t,i,a,e,e+e*s),St(n,
t,r,a,e+e*s)}var Ku="⁰¹²³⁴⁵⁶⁷⁸⁹";function xo({X:n,D:t},e,s,o){return z(n.subarray(o*t,(o+1)*t),1,t,e,s,new Float64Array(
s))}function Mo(n){let t=Math.max(...n);return n.map(e=>e===t?1:Math.exp(e-t))}function xe(n,t){let e=10**-t,s=Array.
from(n,l=>l/e),o=s.map(l=>Math.floor(l+1e-9)),r=Math.round(s.reduce((l,h)=>l+h,0))-o.reduce((l,h)=>l+h,0),a=s.
map((l,h)=>h).sort((l,h)=>s[h]-o[h]-(s[l]-o[l]));for(let l of a.slice(0,Math.max(r,0)))o[l]+=1;return o.map(l=>(l*
e).toFixed(t))}function Me(n){if(!Number.isFinite(n))return"0";if(n>Math.log(.001)&&n<Math.log(1e4))return String(
Number(Math.exp(n).toPrecision(3)));let t=Math.floor(n/Math.LN10),e=Math.exp(n-t*Math.LN10).toFixed(1);e==="10\
.0"&&([e,t]=["1.0",t+1]);let s=Array.from(String(Math.abs(t)),o=>Ku[Number(o)]).join("");return`${e}·10${t<0?
"⁻":""}${s}`}function ss(n){let t=Math.max(...n);return Number.isFinite(t)?t+Math.log(n.reduce((e,s)=>e+Math.
exp(s-t),0)):t}function Wa(n,t){let e=new Float64Array(t);for(let s=0;s<n.length;)for(let o=0;o<t;o++)e[o]+=n[s++];
return e}var Gu="Point at a sample, or press . and ,";function qa(n,t){return n.rowAt(Math.max(n.responsibilitiesIndex(
t),0))}function Uu(n){let t=ss(n);return n.map(e=>Math.exp(e-t))}function Hu(n,t,e){return e<0?Gu:t===0?`Sampl\
e ${e}, in the E-step to come`:n.isOwn(t)?`Sample ${e}, by your e_step`:`Sample ${e}, in ${_(t)==="E"&&t!==n.failed?
"this":"the last"} E-step`}function _o(n,t,e,s,o,{line:i,done:r}){let{K:a,data:l}=n,h={K:a,title:Hu(n,e,s),N:l.
N,logs:null,densities:null,shares:null},c=o&&(i<0?o:o.map(y=>y*r[0]));if(s<0)return{...h,counts:c};let f=qa(n,
e),u=xo(l,f,a,s),p=t.responsibilities(e),m=Mo(u);if(i>=0&&_(e)==="E"){let y=e>1?Mo(xo(l,qa(n,e-1),a,s)):new Float64Array(
a);m=St(y,m,r[0],m)}let d=p?p.subarray(s*a,(s+1)*a):Uu(u),w=i>=0&&e===1;return{...h,logs:u,densities:m,shares:w?
Float64Array.from(d,y=>y*r[1]):d,counts:c}}function Ka(n,t,e){let{data:s,K:o}=n,{logs:i,shares:r,title:a}=_o(n,
n,t,e,null,{line:-1,done:[]});if(!i||!r)return"";let l=xe(r,3),h=[0,1].slice(0,s.plane.shown).map(f=>s.places[2*
e+f].toPrecision(3)),c=Array.from({length:o},(f,u)=>`component ${u}: weight times density ${Me(i[u])}, respons\
ibility ${l[u]}`);return`${a}, at ${h.join(", ")}. ${c.join("; ")}.`}var Du=.4;function Ga({context:n,framed:t,look:e},s){let o=8.5*e.scale*Math.sqrt(e.size/14);for(let[i,r]of[[e.
paper,5],[e.ink,2.4]])n.strokeStyle=i,n.lineWidth=r*e.scale,n.beginPath(),n.arc(t.at[2*s],t.at[2*s+1],o,0,2*Math.
PI),n.stroke()}function Ao({context:n,framed:t,look:e},s,o,i,r){let a=e.scale*Math.sqrt(e.size/14)*(r?2.2:1);for(let{
n:l,k:h,strength:c}of s){let[f,u]=[t.at[2*l],t.at[2*l+1]];n.strokeStyle=e.colors[h%e.colors.length],n.globalAlpha=
(r?1:.75)*Math.max(c,.08),n.lineWidth=(.6+c)*a,k(n,f,u,(o[h][0]-f)*i,(o[h][1]-u)*i)}n.globalAlpha=1}function Ua({
context:n,look:t},e,s,o){let i=7.5*t.scale*Math.sqrt(t.size/14);n.strokeStyle=n.fillStyle=t.ink,e.forEach(([r,
a],l)=>{n.globalAlpha=1-(1-Du)*o,n.lineWidth=1.6*t.scale,n.beginPath(),U[l%U.length](n,r,a,i),n.stroke(),n.globalAlpha=
o,n.lineWidth=2*t.scale,k(n,r,a,(s[l][0]-r)*o,(s[l][1]-a)*o)}),n.globalAlpha=1}function Ha(n,t,e,s){return Array.
from({length:e},(o,i)=>H(n,F(t,e,s,i).place))}var os=class{constructor(){this.isOn=!1,this.calm=matchMedia("(prefers-reduced-motion: reduce)"),this.moving=null}get isMoving(){
return this.moving!==null}begin(t,e){if(this.moving=null,!this.isOn||this.calm.matches||e===t.failed)return;let s=t.
responsibilities(e-1)?.slice()??null,o=t.responsibilities(e)?.slice();if(!o)return;let i=t.row(e-1).slice(),r=new Float64Array(
o.length);this.moving={trace:t,h:e,begun:performance.now(),row:i,old:s,fresh:o,mixed:r}}finish(){this.moving=null}phase(t,e){
let s=_(e),{moving:o}=this;if(o&&s!=="start"){let i=(performance.now()-o.begun)/za[s];if(o.trace===t&&o.h===e&&
i<1)return bo(s,i)}return this.moving=null,s==="start"?{line:-1,done:[]}:bo(s,1)}seen(t,e,{done:s}){let{moving:o}=this;
if(!o)return{trace:t,look:e};let{h:i,row:r,old:a,fresh:l,mixed:h}=o,c=Object.create(t);if(_(i)==="M"){let m=Ba(
r,t.row(i),t.K,t.data.D,s);return c.row=()=>m,c.responsibilities=()=>l,c.paramsIndex=()=>t.paramsIndex(i-1),{trace:c,
look:e}}let f=s[1],u=a?St(a,l,f,h):l;if(c.responsibilities=()=>u,a)return{trace:c,look:e};let p=e.colorBytes.map(
m=>m.map((d,w)=>d*f+e.greyBytes[w]*(1-f)));return{trace:c,look:{...e,colorBytes:p}}}};var Ju=["k","π_k N(x_n |…)","r_nk","N_k"],is={shares:3,counts:1};function Yu(n){return n.split(/_(\w+)/).map(
(t,e)=>e%2?g("sub",{},t):t)}var rs=class{constructor(){this.caption=g("caption",{}),this.body=g("tbody",{}),this.
sums=g("tr",{}),this.table=g("table",{},this.caption,g("thead",{},g("tr",{},...Ju.map(t=>g("th",{scope:"col"},
...Yu(t))))),this.body,g("tfoot",{},this.sums)),this.element=g("div",{class:"emx-bars"},this.table),this.cells=
[],this.colors=""}_build(t){if(this.colors===t.join())return;this.colors=t.join(),this.cells=t.map(()=>[0,1,2].
map(()=>({number:g("span",{}),bar:g("i",{"aria-hidden":"true"})})));let e=o=>this.cells[o].map(({number:i,bar:r})=>(r.
style.background=t[o],g("td",{},i,r))),s=t.map((o,i)=>g("tr",{},g("th",{scope:"row"},String(i)),...e(i)));this.
body.replaceChildren(...s)}show({K:t,title:e,logs:s,densities:o,shares:i,counts:r,N:a},l){this._build(Array.from(
{length:t},(f,u)=>l[u%l.length])),this.caption.textContent!==e&&(this.caption.textContent=e);let h=[{texts:s&&
Array.from(s,Me),lengths:o},{texts:i&&xe(i,is.shares),lengths:i},{texts:r&&xe(r,is.counts),lengths:r&&Array.from(
r,f=>f/a)}];this.cells.forEach((f,u)=>f.forEach(({number:p,bar:m},d)=>{let{texts:w,lengths:y}=h[d];p.textContent=
w?w[u]:"",m.style.width=`${100*Math.min(y?y[u]:0,1)}%`}));let c=[s?Me(ss(s)):"",i?String(Number(Da(i).toFixed(
is.shares))):"",r?String(Number(Da(r).toFixed(is.counts))):""];this.sums.replaceChildren(g("th",{scope:"row"},
"∑"),...c.map(f=>g("td",{},f)))}normalise(){let t=this.cells.map(([,e])=>e.bar.style.width);this.still();for(let[
e,s]of this.cells)s.bar.style.width=e.bar.style.width;this.element.offsetWidth,this.element.classList.add("emx\
-normalising"),this.cells.forEach(([,e],s)=>e.bar.style.width=t[s])}still(){this.element.classList.remove("emx\
-normalising")}};function Da(n){return Array.from(n).reduce((t,e)=>t+e,0)}function Ja(n,t,e){let s=[];for(let o=0;o<t;o++){let i=e[o]/Math.min(Math.floor(96/t),Math.max(Math.round(e[o]),
1)),r=0,a=i/2;for(let l=o,h=0;l<n.length;l+=t,h++)if(r+=n[l],!(r<a)){for(;a<=r;)a+=i;n[l]>=.02&&s.push({n:h,k:o,
strength:n[l]})}}return s}function Ya(n,t,e){return Array.from({length:t},(s,o)=>({n:e,k:o,strength:n[e*t+o]})).
filter(({strength:s})=>s>=.02)}var Qa={mouse:9,pen:14,touch:22},Qu=6;function Xu(n,[t,e],s){let o=-1,i=s*s;for(let r=0;2*r<n.length;r++){let a=(n[2*
r]-t)**2+(n[2*r+1]-e)**2;a<i&&([o,i]=[r,a])}return o}function Vu(n,t,e){let s=Array.from({length:n.length/2},(o,i)=>i).
sort((o,i)=>n[2*o]-n[2*i]||o-i);return t<0?(e>0?s[0]:s[s.length-1])??-1:s[s.indexOf(t)+e]??-1}var as=class{constructor(t,e){
this.canvas=t,this.about=e,this.under=-1,this.kept=-1,this.data=null,this.pressed=null,t.addEventListener("poi\
ntermove",s=>this._hover(s)),t.addEventListener("pointerleave",()=>this._set({under:-1})),t.addEventListener("\
pointerdown",({clientX:s,clientY:o})=>{this.pressed=e.isTaken()?null:[s,o]}),t.addEventListener("click",s=>this.
_tap(s))}get sample(){return this.data!==this.about.framed().data&&(this.under=this.kept=-1),this.under>=0?this.
under:this.kept}_at(t){let e=t.pointerType,s=this.canvas.width/this.canvas.clientWidth;return Xu(this.about.framed().
at,it(this.canvas,t),(Qa[e]??Qa.mouse)*s)}_hover(t){t.pointerType!=="touch"&&this._set({under:t.buttons||this.
about.isTaken()?-1:this._at(t)})}_tap(t){let{pressed:e}=this;if(this.pressed=null,!e||Math.hypot(t.clientX-e[0],
t.clientY-e[1])>Qu)return;let s=this._at(t);this._set({kept:s===this.kept?-1:s})}step(t){let{at:e,data:s}=this.
about.framed();s&&this._set({under:-1,kept:Vu(e,this.sample,t)})}letGo(){let t=this.sample>=0;return this._set(
{under:-1,kept:-1}),t}_set({under:t=this.under,kept:e=this.kept}){let s=this.sample;this.data=this.about.framed().
data,Object.assign(this,{under:t,kept:e}),this.sample!==s&&this.about.changed(this.sample>=0)}};var Zu='[aria-keyshortcuts="ArrowRight"]',tp=300,ls=class{constructor(t){this.app=t;let{layout:e,drag:s,options:o}=t;
this.slow=new os,this.touch=new as(e.left,{framed:()=>t.screen.plane.framed,isTaken:()=>e.own.isAdding||s.grabbed!==
null,changed:()=>this._touched()}),this.lines=new ns,this.bars=new rs,this.live=g("p",{class:"emx-hidden",role:"\
status"}),this.card=g("div",{class:"emx-card",hidden:!0}),this.panel=g("div",{class:"emx-inside",hidden:!0},this.
lines.element),this.toggleButton=g("button",{type:"button","aria-pressed":"false",onclick:()=>this.open(!this.
isOpen)},"Lines of the algorithm"),this.tick=Et("slow motion",i=>this.setSlow(i),"what a half-step does, line \
by line"),this.isNew=!1,this.timer=0,this.known={trace:null,h:-1,counts:new Float64Array(0),threads:[]},this.now=
null,e.panels[0].append(this.card),e.stage.append(this.panel),e.element.append(this.live),o.controls.includes(
"slow")&&(e.transport.element.append(this.tick.element),e.foot.prepend(this.toggleButton));for(let i of["keydo\
wn","click"])e.element.addEventListener(i,r=>this._skip(r),!0);this.open(!1)}close(){clearTimeout(this.timer)}get isOpen(){
return!this.panel.hidden}setSlow(t){this.slow.isOn=this.tick.input.checked=t,this.slow.finish(),t&&this.open(!0),
this.app.redraw()}open(t){this.panel.hidden=!t,this.toggleButton.setAttribute("aria-pressed",String(t)),this.app.
layout.element.classList.toggle("emx-beside",t),(t?this.panel:this.card).append(this.bars.element),this.app.redraw()}_skip(t){
if(!this.slow.isMoving)return;this.slow.finish(),this.app.redraw();let e=t.target,s="key"in t?t.key==="ArrowRi\
ght":!1;this.app.scene.isPlaying||!(s||e.closest(Zu))||(t.preventDefault(),t.stopPropagation())}_touched(){this.
isNew=!0,clearTimeout(this.timer),this.timer=window.setTimeout(()=>this._readOut(),tp),this.app.redraw()}_readOut(){
let t=this.touch.sample;this.live.textContent=this.now&&t>=0?Ka(this.now.trace,this.now.h,t):""}see(t,e,s){let o=this.
slow.phase(t,e),i=this.slow.seen(t,s,o);return this.now={trace:t,seen:i.trace,h:e,look:s,phase:o},{...i,isMoving:this.
slow.isMoving}}clear(){this.now=null,this.card.hidden=!0}_fitted(t,e){if(this.known.trace!==t||this.known.h!==
e){let s=t.responsibilities(e)??[],o=Wa(s,t.K);this.known={trace:t,h:e,counts:o,threads:Ja(s,t.K,o)}}return this.
known}draw(t,e){if(!this.now)return;let{trace:s,seen:o,h:i,look:r,phase:a}=this.now,{K:l,data:h}=s,c={context:t,
framed:e,look:r},f=this.touch.sample;if(this.slow.isOn&&_(i)==="M"&&i!==s.failed){let[u,p]=[i-1,i].map(y=>Ha(e,
s.row(y),l,h.plane)),[m,d]=a.done;Ao(c,this._fitted(s,i).threads,p,m,!1);let w=o.responsibilities(i);f>=0&&w&&
Ao(c,Ya(w,l,f),p,m,!0),Ua(c,u,p,d)}f>=0&&Ga(c,f)}tell(){if(!this.now)return;let{trace:t,seen:e,h:s,look:o,phase:i}=this.
now,r=this.touch.sample,{isOpen:a}=this;if(this.card.hidden=a||r<0,this.card.hidden&&!a)return;this.lines.light(
s,i.line);let l=a&&_(s)==="M"&&s!==t.failed?this._fitted(t,s).counts:null;this.bars.show(_o(t,e,s,r,l,i),o.colors),
this.slow.isMoving?this.bars.still():this.isNew&&r>=0&&this.bars.normalise(),this.isNew=!1,!a&&r>=0&&this._placeCard(
r)}_placeCard(t){let{framed:e}=this.app.screen.plane,{at:s,box:o}=e;this.card.dataset.x=s[2*t]<o.left+o.width/
2?"right":"left",this.card.dataset.y=s[2*t+1]<o.top+o.height/2?"bottom":"top"}};var ep="data-lm-suppress-shortcuts",np=".jp-Cell";var vo={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],End:[
"last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:["ch\
ange","seed",-1],"+":["faster",1],"-":["faster",-1],".":["sample",1],",":["sample",-1],f:["fullscreen"],p:["pr\
esent"],Escape:["leave"]},sp=[" ","ArrowRight","ArrowLeft"],op=["ArrowRight","ArrowLeft","ArrowUp","ArrowDown",
"Home","End"];function Xa({tag:n="",type:t=""}){return n==="INPUT"&&!["checkbox","radio","range"].includes(t)}
function ip({key:n,shiftKey:t,altKey:e,ctrlKey:s,metaKey:o}){return!!(s||o||n==="Enter"&&(t||e))}function rp(n,t={},e=!1){
if(e||!Object.hasOwn(vo,n))return null;if(n==="Escape")return vo[n];let{tag:s="",type:o=""}=t;if(Xa(t)||s==="S\
ELECT"||s==="TEXTAREA")return null;let i=["BUTTON","SUMMARY"].includes(s)||s==="INPUT"&&o!=="range";return n===
" "&&i||op.includes(n)&&o==="range"?null:vo[n]}function ap(n){let{top:t,bottom:e}=n.getBoundingClientRect();return t<
innerHeight&&e>0}var hs=class{constructor(t,e,s,o){this.element=t,this.stage=e,this.options=s,this.app=o,t.addEventListener(
"keydown",i=>this._pressed(i)),this.lend=i=>t.contains(i.target)&&this._lend(i),window.addEventListener("keydo\
wn",this.lend,!0)}close(){window.removeEventListener("keydown",this.lend,!0)}_lend(t){let{key:e,shiftKey:s,altKey:o,
ctrlKey:i,metaKey:r}=t,a=t.target,l=ip(t);if(a.toggleAttribute(ep,!l),!(l&&e==="Enter"&&Xa({tag:a.tagName,type:a.
type})))return;t.preventDefault(),t.stopImmediatePropagation();let{stage:h}=this;h.focus();let c={key:e,code:"\
Enter",keyCode:13,shiftKey:s,altKey:o,ctrlKey:i,metaKey:r};h.dispatchEvent(new KeyboardEvent("keydown",{...c,bubbles:!0,
cancelable:!0}))}takeUp(t){!(document.activeElement===document.body&&!t.defaultPrevented)||t.shiftKey||!sp.includes(
t.key)||!ap(this.stage)||(this.stage.focus({preventScroll:!0}),this._pressed(t))}_leave(){let{inside:t,presenter:e,
drag:s,stories:o}=this.app;if(s.letGo()||t.touch.letGo()||o.close()||e.leave()||document.fullscreenElement)return;
let i=this.element.closest(np);i instanceof HTMLElement?i.focus():document.activeElement?.blur()}_pressed(t){let{
tagName:e,type:s}=t.target,o=t.ctrlKey||t.metaKey||t.altKey,i=rp(t.key,{tag:e,type:s},o);if(!i)return;t.preventDefault(),
t.stopPropagation();let[r,...a]=i;this._do(r,...a)}_change(t,e){let{options:s}=this;if(!s.controls.includes(t))
return;let o=t==="seed"?s.seeds:s.counts,i=this.app.scene.choice[t]+e;o.includes(i)&&this.app.choose({[t]:i})}_do(t,...e){
let{app:s}=this;({move:i=>s.move(i),first:()=>s.go(0),last:()=>s.go(1/0),play:()=>s.player.toggle(),change:(i,r)=>this.
_change(i,r),faster:i=>s.player.faster(i),sample:i=>s.inside.touch.step(i),fullscreen:()=>s.surroundings.toggleFullScreen(),
present:()=>s.presenter.toggle(),leave:()=>this._leave()})[t](...e)}};var lp=500,cs=class{constructor(t,e){this.app=t;let s=matchMedia("(prefers-reduced-motion: reduce)").matches;this.
speed=s?Math.min(e,1):e,this.stepped=0,this.isCalm=s,this.goal=null}get isPlaying(){return this.app.scene.isPlaying}toggle(){
this.isPlaying?this.pause():this.play()}play(){let{app:t}=this,{scene:e}=t;if(!e.trace){e.isEmpty&&t.say(Ot);return}
this.goal=null,e.h===e.trace.last&&t.go(0),e.isPlaying=!0,this.stepped=performance.now(),t.redraw()}playTo(t,e,s){
let{app:o}=this;if(this.play(),this.isCalm||t<=o.scene.h){o.go(t),this.pause(),s();return}this.goal={h:t,speed:(t-
o.scene.h)/e,done:s}}_arrive(){let{goal:t}=this;this.goal=null,t?.done()}pause(){this.isPlaying&&(this.app.scene.
isPlaying=!1,this._arrive(),this.app.redraw())}faster(t){let e=re.findIndex(s=>s>=this.speed);this.app.setSpeed(
re[Math.min(Math.max(e+t,0),re.length-1)])}advance(t){if(!this.isPlaying)return;let{scene:e,inside:s}=this.app,
{isOn:o,isMoving:i}=s.slow;i&&(this.stepped=t);let{h:r,speed:a}=this.goal??{h:1/0,speed:this.speed},l=Math.floor(
(t-this.stepped)*a/1e3+.05);if(l<1)return;this.stepped=t-this.stepped>lp?t:this.stepped+l*1e3/a,this.app.go(Math.
min(e.h+(o?1:l),r));let{trace:h,h:c,canRun:f}=e,u=h&&c===h.last&&(!h.isRunning||!f);c!==r&&!u||(e.isPlaying=!1,
this._arrive())}};function Va(n,t){return{choices:hp,number:cp,order:fp,point:up}[n.kind](n,t)}function hp({choices:n,several:t},e){
let s=[...e].sort((a,l)=>a-l),o=n.flatMap((a,l)=>a.is_right?[l]:[]),i=s.map(a=>n[a].reason),r=o.filter(a=>!s.includes(
a)).length;return r&&t&&i.push(`${r} more ${r===1?"is":"are"} right.`),{isRight:String(s)===String(o),reasons:i}}
function cp({value:n,tolerance:t,reason:e,slips:s,too_small:o,too_large:i},r){let a=h=>Math.abs(r-h)<=t+1e-12*
Math.abs(h);return a(n)?{isRight:!0,reasons:[e]}:{isRight:!1,reasons:[s.find(h=>a(h.value))?.reason??(r<n?o:i)]}}
function fp({items:n},t){let e=t.findIndex((s,o)=>s!==o);return e<0?{isRight:!0,reasons:n.map(s=>s.reason)}:{isRight:!1,
reasons:[n[e].reason]}}function up({target:n,others:t,elsewhere:e},[s,o]){let i=a=>Math.hypot(s-a.x,o-a.y);if(i(
n)<=n.within)return{isRight:!0,reasons:[n.reason]};let r=t.filter(a=>i(a)<=a.within);return r.sort((a,l)=>i(a)-
i(l)),{isRight:!1,reasons:[r[0]?.reason??e]}}var pp={true:"✓",false:"✗"},mp={true:"Right.",false:"Not as predicted."},fs=class{constructor(t){this.told=
t,this.element=g("div",{class:"emx-story",role:"group",tabindex:"-1",hidden:!0}),this.seen=g("p",{class:"emx-s\
een"})}clear(){this.element.hidden=!0,this.element.replaceChildren()}ask(t){let{choices:e}=t.question.answer,s=e.
map(({text:o},i)=>g("button",{type:"button",onclick:()=>this._answer(t,i)},o));this._show(t,"asking",g("p",{},
t.sentence),g("p",{},g("strong",{},"Predict. "),t.question.text),g("div",{class:"emx-predictions",role:"group",
"aria-label":"your prediction"},...s),this._foot()),s[0].focus({preventScroll:!0})}_answer(t,e){let{answer:s}=t.
question,{isRight:o,reasons:i}=Va(s,[e]),r=s.choices.find(c=>c.is_right),a=String(o),l=g("p",{class:`emx-verdi\
ct-${o?"right":"wrong"}`},g("strong",{},`${pp[a]} ${mp[a]} `),`“${s.choices[e].text}”: ${i[0]}`),h=!o&&r?g(
"p",{},`Right is “${r.text}”: ${r.reason}`):"";this.seen.textContent="",this.seen.dataset.place=t.seen,this.
_show(t,"told",g("div",{role:"status"},l,h,this.seen),this._foot()),this.element.focus({preventScroll:!0}),this.
told.answered()}tell(t){this.seen.textContent=t.seen}_foot(){let{told:t}=this;return g("div",{class:"emx-bar"},
g("button",{type:"button",onclick:t.next},"Next story"),g("button",{type:"button",onclick:t.close},"Close"))}_show(t,e,...s){
let{element:o}=this;o.setAttribute("aria-label",`Story: ${t.title}`),o.dataset.state=e,o.replaceChildren(g("h3",
{},t.title),...s),o.hidden=!1}};function X(n,...t){return{text:n,answer:{kind:"choices",choices:t,several:!1}}}function V(n,t){return{text:n,reason:t,
is_right:!0}}function L(n,t){return{text:n,reason:t,is_right:!1}}var dp=[[.3,.2,.5],[1.2,.4,-4.4,1,4.1,-.3],[.8,-.4,1,1.2,-.8,1,1.2,.6,3]].flat(),Za=[{title:"Slow",sentence:"T\
hree groups that overlap: even the true mixture would leave most samples in doubt.",choice:{data:"overlapping"},
to:1e3,question:X("EM stops when the NLL changes by less than 0.000001. When will that be?",L("After about 10 \
iterations","The first 10 do most of the work, but the NLL creeps on."),L("After about 100 iterations","At ite\
ration 100 the NLL still falls, if only in the third decimal."),V("Not within 500 iterations","The more the co\
mponents overlap, the less a sample says about which of them it belongs to.")),seen:"After 10 iterations the N\
LL is 2054.63, after 500 it is 2049.65 and still falling. Only 2 % of the samples have a responsibility above \
0.99."},{title:"Fast",sentence:"Three groups that are far apart, and in each of them one mean to start with.",
choice:{data:"well separated",start:"k-means++"},to:10,question:X("After how many iterations has EM converged?",
V("5","As soon as each sample clearly belongs to one component, one M-step puts the components in place."),L("\
50","Where groups are clear, EM needs few steps."),L("500","Where groups are clear, EM needs few steps.")),seen:"\
From iteration 3 on nearly all responsibilities are close to 0 or 1, and nothing is left to do: EM has converg\
ed after 5 iterations, at NLL 2333.70."},{title:"A wrong model",sentence:"The samples lie around a circle. No \
mixture of three Gaussians looks like that.",choice:{data:"ring",start:"k-means++"},to:200,layers:{contours:!0},
question:X("How will EM tell that the model is wrong?",L("It will not converge","It does: to a mixture that fi\
ts better than those around it."),L("It will fail","EM fails where a component collapses. Here each has enough\
 samples."),V("Not at all","EM only compares mixtures of three Gaussians with one another, never with anything\
 else.")),seen:"EM converges after 100 iterations, each component on a third of the circle, and says nothing. \
Seed 2 ends elsewhere, at 2525.18 instead of 2527.54: it is the data that are symmetric, not the fit."},{title:"\
A far sample",sentence:"The true mixture of the course and some of its samples. One more lies far away, at (−6\
, −4.35), at the lower left.",choice:{data:A,start:S,own_start:dp},points:{every:6,of:"original",samples:[[-6,
-4.35]]},to:1,question:X("Which component takes most of the responsibility for it?",L("1, whose mean is neares\
t","It is 5.6 away, but component 1 is narrow: that is 9.5 standard deviations."),V("2, whose mean is farthest",
"It is 10.9 away, but component 2 is wide: that is 9.2 standard deviations. And its weight is larger."),L("All\
 about the same","All densities are tiny, but what counts is their ratio.")),seen:"Component 2 takes 93 % of i\
t, component 1 only 7 %. Far from all means, the widest component wins: distance counts in standard deviations\
."}];var tl=[{title:"A plateau",sentence:"EM has made 16 iterations. The last one lowered the NLL by 18.88, the nex\
t by only 0.85.",choice:{},from:32,to:100,question:X("What happens in the iterations that follow?",L("Nothing \
much: it has converged","A small step does not mean that the end is near. EM is on a plateau."),V("The NLL fal\
ls slowly, then fast again","Up to iteration 36 it falls by less than 1 per iteration, in iteration 44 by 6.45\
."),L("The NLL rises again","An exact E-step and M-step never raise the NLL.")),seen:"Components 0 and 1 share\
 both groups on the right. Component 1 moves slowly to the right and leaves one group to component 0: the NLL \
falls from 2359.57 in iteration 16 to 2302.74 in iteration 50, and ends at 2295.07."},{title:"A poor optimum",
sentence:"The data have three groups, and there are three components. Only the start is another one: seed 2.",
choice:{seed:2},to:662,question:X("From seed 0, EM ends at NLL 2295.07. And from here?",L("At the same NLL","T\
hen every start would do. EM only goes downhill from where it starts."),V("At a higher NLL, and it stays there",
"It is a local minimum of the NLL: no small step leads out of it."),L("It does not converge","It does, after 3\
31 iterations, but to a worse fit.")),seen:"EM converges at NLL 2370.20, which is 75.13 above the run of seed \
0 (in grey). Components 0 and 1 share the group on the left, and component 2 covers the two others.",pinned:{}},
{title:"A collapse",sentence:"Five components for three groups, and reg_covar = 0: nothing is added to the cov\
ariances.",choice:{n_components:5,seed:8,reg_covar:0},to:69,question:X("What will become of the two components\
 too many?",L("Their weights become 0","A component that is not needed does not have to go: it can fit very fe\
w samples very well."),V("One shrinks onto very few samples, until EM fails","Around two samples the density c\
an become as high as you like: nothing holds it."),L("They end on top of another component","That can only las\
t if they start equal, or get there exactly.")),seen:"Component 0 keeps 2 of the 600 samples. Its ellipse is a\
 needle without width. After iteration 34 its covariance is singular, and the next E-step fails. A small reg_c\
ovar keeps such a covariance invertible."},{title:"Label switching",sentence:"From seed 1 EM ends at NLL 2295.\
07, with the components 0, 1, 2 from left to right (in grey).",choice:{seed:3},to:86,question:X("And from seed\
 3?",L("At another NLL, with other ellipses","The fit is the same, to the last ellipse."),L("The same ellipses\
 with the same numbers","Which component gets which group is decided by the start."),V("The same ellipses, num\
bered otherwise","Renumbering the components does not change the mixture, nor the NLL.")),seen:"The same NLL, \
2295.07, and the same ellipses, but from left to right they are now 2, 1, 0. The number of a component means n\
othing.",pinned:{seed:1}},{title:"Symmetry",sentence:"All three components start equal: the same weight, the s\
ame mean, the same covariance.",choice:{start:"all means equal"},to:4,question:X("How many of the three groups\
 will they find?",L("All three","Nothing tells the components apart, so nothing can pull them apart."),L("Two",
"Nothing tells the components apart, so nothing can pull them apart."),V("None: they stay equal","Every sample\
 gives 1/3 to each, so each M-step gives all three the same mean and covariance.")),seen:"All responsibilities\
 are 1/3. After 2 iterations EM has converged: three equal Gaussians on the mean of all samples, NLL 2600.36, \
as with K = 1. EM does not break a symmetry by itself."}];var te=[...tl,...Za];var el="Stories…",Oo={least:1,most:6,each:.25},gp={color:"pie",ellipses:!0,trails:!0,contours:!1,truth:!1,bound:!1,
zoom:!1,picture:"nll"};function wp(n,t){let{own_start:e,own_points:s,...o}={...Nt,...n.choice},i=o;return i.start===
S&&(i.own_start=e),n.points?i.own_points=yp(n.points,t(n.points.of)):s.length&&(i.own_points=s),i}function yp({
every:n,samples:t},{X:e,D:s}){let o=[];for(let i=0;i<e.length;i+=n*s)o.push(Array.from(e.subarray(i,i+s),r=>Math.
round(100*r)/100));return[...o,...t]}var us=class{constructor(t){this.app=t,this.story=null,this.key="",this.before=
t.scene.choice,this.card=new fs({answered:()=>this._play(),next:()=>this.begin(te[(this._at()+1)%te.length]),close:()=>this.
close()});let e=[el,...te.map(({title:i})=>i)],{element:s,select:o}=B("stories",e,i=>this._chosen(i));s.classList.
add("emx-stories"),s.firstElementChild?.remove(),this.element=s,this.select=o}_at(){return this.story?te.indexOf(
this.story):-1}_chosen(t){let e=te.find(s=>s.title===t);e?this.begin(e):this.leave()}begin(t){let{app:e}=this;
this.story||(this.before=e.scene.choice),this.story=null,e.player.pause(),e.comparison.pin(null),e.comparison.
showKmeans(!1),e.setLayers({...gp,...t.layers});let s=wp(t,o=>this._dataOf(o));e.inside.setSlow(!1),e.showing.
wanted=t.from??0,e.showing.isAtEnd=!1,e.choose(s),this.key=I({...e.scene.choice,...s}),this.story=t,this.select.
value=t.title,this.card.ask(t)}_dataOf(t){return this.app.showing.runs.datasets.of({...Nt,data:t})}_play(){let{
app:t,story:e}=this;if(!e)return;if(e.pinned){let o={...Nt,...e.pinned};t.comparison.pin({trace:t.showing.runs.
of(o),choice:o})}let s=Oo.each*(e.to-t.scene.h);t.player.playTo(e.to,Math.min(Math.max(s,Oo.least),Oo.most),()=>{
this.story===e&&this.card.tell(e)})}close(){let{story:t,before:e,app:s}=this;return this.leave(),t?(s.player.pause(),
s.layout.stage.focus({preventScroll:!0}),t.points&&e.own_points.length&&s.choose(e),!0):!1}leave(){this.story=
null,this.select.value=el,this.card.clear()}showChoice(t){this.story&&I(t)!==this.key&&this.leave()}};var bp=5e3,_e=class{constructor(t,e,s,{onchoice:o=()=>{},onview:i=()=>{}}={}){this.options=t,this.onchoice=o,this.
onview=i,t.labels&&s.datasets.describe(e.own_points,{labels:t.labels,note:""}),this.scene=new In(e,t.half_step,
t.layers),this.choosing=new Je(this,t.starts),this.player=new cs(this,t.speed),this.comparison=new es(this),this.
stories=new us(this),this.layout=new En(t,this),this.element=this.layout.element,this.screen=new jn(this.layout,
this.scene,this.comparison,r=>{this.dragging.compute(),this.player.advance(r)}),this.limits=new Ln(this.layout,
()=>this.showing.showNote()),this.drag=new Qn(this.layout.left,this),this.inside=this.screen.inside=new ls(this),
this.basins=new He(this.layout.left,this,t.has_own_steps),this.layout.addBasins(this.basins.panel.element),this.
screen.map=this.basins,this.showing=new Jn(this,t,s),this.dragging=new $n(this.scene,this.showing.runs,this.screen),
Ri(this.layout.right,r=>this.screen.chart.halfStepAt(r),r=>this.jump(r)),this.keyboard=new hs(this.element,this.
layout.stage,t,this),this.surroundings=new Yn(this.layout,this.screen,r=>this.say(r)),this.presenter=new Pn(this.
layout,()=>this.surroundings.resize()),Object.assign(this.element,{explorer:this}),this.showing.load(),t.slow&&
this.inside.setSlow(!0)}close(){this.player.pause(),this.dragging.close(),this.showing.close(),this.screen.close(),
this.keyboard.close(),this.surroundings.close(),this.presenter.close(),this.layout.status.close(),this.inside.
close()}choose(t){this.choosing.choose(t)}toEnd(t){this.player.pause(),this.showing.isAtEnd=!0,this.choose(t)}takePoints(t,e){
this.jump(0),this.choosing.takePoints(t,e)}get mostPoints(){return this.limits.isAlone?1/0:bp}adopt(t){this.choosing.
adopt(t)}say(t){this.layout.said.textContent=t}setLayers(t){Object.assign(this.scene.layers,t),this.layout.layers.
set(this.scene.layers),this.layout.picture.fit(),this.redraw()}dragTo(t){this.dragging.to(t)}startFrom(t){this.
showing.wanted=Math.min(this.scene.h,1),this.showing.isAtEnd=!1,this.choose({start:S,own_start:Array.from(t)})}go(t){
let{scene:e,showing:s,inside:o}=this;if(!e.trace)return;s.touched=performance.now();let i=e.h;e.h=s.wanted=Math.
min(Math.max(t,0),e.trace.last),e.h===i+1&&o.slow.begin(e.trace,e.h),s.isAtEnd=e.h>1&&e.h===e.trace.last,this.
screen.redraw(!0)}jump(t){this.player.pause(),this.go(t)}move(t){this.jump(this.scene.h+t)}setSpeed(t){this.player.
speed=t,this.layout.transport.showSpeed(t)}redraw(){this.screen.redraw()}setKernel(t){this.limits.isAlone===t&&
this.redraw(),this.limits.isAlone=!t;let{own:e,shown:s}=this.showing;!e||t===this.scene.canRun||(this.scene.canRun=
t,this.limits.ofKernel(t),this.showing.waiting.end(),t||!s?this.showing.load():e.of(this.scene.choice)?this.redraw():
(this.choose(s),this.say(Ct)))}get view(){let{h:t,layers:e,choice:s}=this.scene,o=this.showing.runs.datasets.about.
get(s.own_points)?.labels,i=o?{labels:o}:{},[r,a]=[this.player.speed,this.inside.slow.isOn];return{half_step:t,
layers:e,speed:r,slow:a,large:this.layout.isLarge,...i}}get state(){let{choice:t,data:e,layers:s}=this.scene,o=Ko(
s.along,t.n_components,e?.D??0);return ke(t,{...this.view,layers:{...s,along:o}})}seen(){let{layout:t,screen:e,
scene:s}=this;return!e.look||!s.trace?null:{panels:t.panels,look:e.look,paint:e.paint.bind(e)}}settled(){this.
onview(this.view),this.layout.own.show(),this.layout.numbers.show(),this.limits.keepStills()}};var xp=["dead","terminating"];async function nl(n,t,e){let s=n.widget_manager,o=await Mp(s,t),i=s?.context?.sessionContext??
s?.kernel,[r,a,l,h]=[0,0,!1,!1],c=b=>{h=b,e(b)},f=()=>!!i?.statusChanged&&(!s.kernel||xp.includes(s.kernel.status)),
u=()=>{o?.comm_live!==!1&&!f()||(l=!1,c(!0))},p=b=>{typeof b=="number"&&(a=Math.max(a,b)),c(!1)},m=b=>{b.content.
execution_state==="idle"&&(l=!1,setTimeout(()=>a>=r||l||c(!0),100))},d=()=>{if(u(),!(l||f())){l=!0,r+=1;try{n.
send(r,{iopub:{status:m}})}catch{l=!1,c(!0)}}},w=[i?.statusChanged,i?.kernelChanged].filter(Boolean);n.on("msg\
:custom",p),o?.on("comm_live_update",u);for(let b of w)b.connect(u);return d(),{ask:d,stop:()=>{n.off("msg:cus\
tom",p),o?.off("comm_live_update",u);for(let b of w)b.disconnect(u)},isGone:()=>h}}async function Mp(n,t){return n?.
get_model?.(t)?.catch(()=>null)}var _p=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,Ap="gmm_helpers.",vp="application/vnd.jupyter.widget-state+json",Op="\
application/vnd.jupyter.widget-view+json",Sp="Error displaying widget: model not found";function ol(n){let t=n?.context?.model,e=n?._modelsSync;if(!t?.toJSON||!e||Object.hasOwn(n,"get_state_sync"))return;
let s=n.get_state_sync.bind(n);n.get_state_sync=o=>{let i=[...e.values()].filter(r=>!r.comm_live);for(let r of i)
r._comm_live=!0;try{let r=s(o),a=new Set(i.map(l=>l.model_id));return{...r,state:Ep(r.state,t.toJSON().cells,a)}}finally{
for(let r of i)r._comm_live=!1}},Np(n,async()=>{Tp(n,document),await kp(n)})}function Np(n,t){let e=0,s=()=>{clearTimeout(
e),e=setTimeout(t,1e3)};n.restored?.connect(s),s()}function Tp(n,t){let e=n.context?.model?.cells;for(let s of t.
querySelectorAll(".jp-Cell .jp-OutputArea-output.jupyter-widgets")){if(!s.textContent.startsWith(Sp))continue;
let o=s.closest("[data-windowed-list-index]"),i=o&&e?.get(Number(o.dataset.windowedListIndex))?.outputs;for(let r=0;r<
(i?.length??0);r++){let a=i.get(r).toJSON();n.has_model(a.data?.[Op]?.model_id)&&i.set(r,a)}}}async function kp(n){
let{context:t}=n;if(!t?.model?.dirty)return;let e={type:"notebook",format:"json",content:!0},s=await t._manager?.
contents?.get(t.path,e).catch(()=>null);if(!s?.content||!n.context?.model)return;let o=t.model.toJSON(),i={[vp]:n.
get_state_sync({drop_defaults:!0})},r={...o,metadata:{...o.metadata,widgets:i}};sl(r)===sl(s.content)&&(t.model.
dirty=!1)}function sl(n){return JSON.stringify(n,(e,s)=>{if(e!=="trusted")return Object.prototype.toString.call(
s)!=="[object Object]"?s:Object.fromEntries(Object.entries(s).sort(([o],[i])=>o<i?-1:1))})}function Ep(n,t,e){
let s=new Set,o=[JSON.stringify(t)];for(let a of o)for(let[,l]of a.matchAll(_p))!(l in n)||s.has(l)||(s.add(l),
o.push(JSON.stringify(n[l].state)));let i=a=>String(n[a].state._anywidget_id).startsWith(Ap),r=([a])=>s.has(a)||
!(e.has(a)||i(a));return Object.fromEntries(Object.entries(n).filter(r))}var Lp=300,So=new Map;function il(n,t,e){let s=new Cn;s.take(n.datasets),s.take(n.own_data);let o=t?new De(s,e):
null;return o&&n.own_run.byteLength&&o.takeKept(n.own_run),{datasets:s,own:o}}function rl({model:n}){let{key:t,
has_own_steps:e}=n.get("options"),s={datasets:n.get("_datasets"),own_data:n.get("_own_data"),own_run:n.get("_o\
wn_run")},o=il(s,e,i=>n.send(i));return o.own&&n.on("msg:custom",o.own.hear.bind(o.own)),So.set(t,o),ol(n.widget_manager),
()=>So.delete(t)}async function al({model:n,el:t}){let e=()=>Object.fromEntries(ve.map(b=>[b,n.get(b)])),s={...n.
get("options"),...n.get("view")},o=null,i=await nl(n,s.key,b=>o?.setKernel(!b)),r=So.get(s.key),a=!1,l=b=>{a=!0;
for(let[x,M]of Object.entries(b))n.set(x,M);a=!1,i.ask(),i.isGone()||n.save_changes()},h=0,c=null,f=()=>{clearTimeout(
h),c&&l(c),c=null},u=b=>{clearTimeout(h),c={...c,...b},h=window.setTimeout(f,Lp)},p="",m=new _e(s,e(),r,{onchoice:u,
onview:b=>{let x=JSON.stringify(b);x!==p&&(c={...c,view:JSON.parse(p=x)}),f()}});o=m,p=JSON.stringify(m.view),
s.problem&&(m.layout.problem.textContent=s.problem);let d=0,w=()=>{a||(clearTimeout(d),d=window.setTimeout(()=>m.
adopt(e()),0))};for(let b of ve)n.on(`change:${b}`,w);t.classList.add("emx-host"),t.append(m.element),m.surroundings.
resize(),m.setKernel(!i.isGone()),m.element.addEventListener("focusin",i.ask);let y=Pp(n,r.datasets,m);return()=>{
f(),i.stop(),y(),clearTimeout(d);for(let b of ve)n.off(`change:${b}`,w);m.close()}}function Pp(n,t,e){if(!t.isPart)
return()=>{};let s=Math.random().toString(36).slice(2),o=(i,r)=>{i?.request===s&&(t.take(r[0]),e.showing.forget())};
n.on("msg:custom",o);try{n.send({client:"",request:s,what:"data"})}catch{}return()=>n.off("msg:custom",o)}function ll({
options:n,config:t,blocks:e},s){let o=Object.fromEntries(Object.entries(e).map(([f,u])=>[f,Wi(u)])),i=il(o,n.has_own_steps,
null),r=new Le(n,t),{choice:a,view:l,problems:h}=r.read(),c=new _e({...n,...l},a,i,{onview:()=>r.write(c.state)});
return r.isAlone&&c.layout.share.setLink(f=>r.linkTo(f)),h.length&&c.say(h.join(" ")),s.append(c.element),c.surroundings.
resize(),c.setKernel(!1),r.isAlone&&window.addEventListener("keydown",f=>c.keyboard.takeUp(f)),c}var Ip=40;function hl(){let n=new Zt(s=>self.postMessage(s)),t=0;function e(){n.work(Ip),t=n.isIdle?0:setTimeout(
e)}self.onmessage=({data:s})=>{n.take(s),!t&&!n.isIdle&&(t=setTimeout(e))}}var $p={initialize:rl,render:al};
return module.exports}
const{default:all,open}=theBundle(module);
export{all as default,open};
